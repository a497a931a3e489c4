package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One database for each service, and two roles: one that owns it, for migrations, and one that works with the rows and can
 * take no right that a migration did not give it.
 */
final class Databases {

    /** What the services' migrations use and only a superuser may install. */
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "citext", "btree_gist");

    private final PostgresServer postgres;

    Databases(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** Makes what is missing. */
    void prepare() {
        try (Connection admin = postgres.connect("postgres")) {
            for (AllianceService service : AllianceService.values()) {
                create(admin, service);
            }
        } catch (SQLException e) {
            throw new Refusal("Cannot prepare the databases: " + e.getMessage(), e);
        }
    }

    private void create(Connection admin, AllianceService service) throws SQLException {
        String name = service.database();
        createRole(admin, name);
        createRole(admin, service.owner());
        if (!exists(admin, "select 1 from pg_database where datname = '" + name + "'")) {
            execute(admin, "create database " + name + " owner " + service.owner());
        }
        try (Connection own = postgres.connect(name)) {
            // In a state of before, the service's own role is the owner.
            execute(own, "reassign owned by " + name + " to " + service.owner());
            for (String extension : EXTENSIONS) {
                execute(own, "create extension if not exists " + extension);
            }
        }
    }

    private static void createRole(Connection admin, String name) throws SQLException {
        if (!exists(admin, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(admin, "create role " + name + " login password '" + name + "'");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
