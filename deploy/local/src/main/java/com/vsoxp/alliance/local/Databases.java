package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One database and one role that owns it for each service. */
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
                create(admin, service.database());
            }
        } catch (SQLException e) {
            throw new Refusal("Cannot prepare the databases: " + e.getMessage(), e);
        }
    }

    private void create(Connection admin, String name) throws SQLException {
        if (!exists(admin, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(admin, "create role " + name + " login password '" + name + "'");
        }
        if (!exists(admin, "select 1 from pg_database where datname = '" + name + "'")) {
            execute(admin, "create database " + name + " owner " + name);
        }
        try (Connection own = postgres.connect(name)) {
            for (String extension : EXTENSIONS) {
                execute(own, "create extension if not exists " + extension);
            }
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
