package com.vsoxp.alliance.partner.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Everything that the service has stored, whatever table it is in. */
@ApplicationScoped
public class WholeDatabase {

    private static final String TABLES = """
            select t.tablename, string_agg(c.column_name, ',') filter (where c.data_type = 'bytea')
            from pg_tables t join information_schema.columns c on c.table_name = t.tablename
            where t.schemaname = 'public' group by t.tablename order by t.tablename""";

    private record Table(String name, List<String> binaries) {

        String rowsThatSay(String text) {
            StringBuilder query =
                    new StringBuilder("select 1 from %s as it where it::text ilike '%%%s%%'".formatted(name, text));
            binaries.forEach(
                    column -> query.append(" or position(convert_to('%s', 'UTF8') in %s) > 0".formatted(text, column)));
            return query.append(" limit 1").toString();
        }
    }

    @Inject
    DataSource database;

    /** The tables in which that text stands, be it in binary columns. */
    public List<String> tablesThatSay(String text) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            for (Table table : tables(statement)) {
                try (var rows = statement.executeQuery(table.rowsThatSay(text))) {
                    if (rows.next()) {
                        found.add(table.name);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Table> tables(Statement statement) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String binaries = rows.getString(2);
                tables.add(new Table(rows.getString(1), binaries == null ? List.of() : List.of(binaries.split(","))));
            }
        }
        return tables;
    }
}
