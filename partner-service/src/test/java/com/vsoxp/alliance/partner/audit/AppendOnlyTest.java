package com.vsoxp.alliance.partner.audit;

import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class AppendOnlyTest {

    private static final String DENIED = "42501";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'somebody else'",
                "delete from audit_entry",
                "truncate audit_entry",
                "select * from audit_entry for update",
                "insert into audit_entry select * from audit_entry limit 1 on conflict (id) do update set actor = 'x'",
                "alter table audit_entry disable trigger all",
                "alter table audit_entry rename to other",
                "alter table audit_entry owner to current_user",
                "drop table audit_entry",
                "create rule forget as on insert to audit_entry do instead nothing",
                "create trigger forget before insert on audit_entry execute function suppress_redundant_updates_trigger()",
                "update flyway_schema_history set success = false",
                "create table audit_entry_of_tomorrow (id uuid)"
            })
    void whoTheServiceWorksAsCannotTouchWhatWasNoted(String attempt) throws SQLException {
        registered();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState())
                            .isEqualTo(DENIED));
        }
    }

    @Test
    void itCannotGiveItselfTheRight() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Whoever holds no right to hand on is only warned; what counts is that nothing is granted.
            statement.execute("grant update, delete, truncate on audit_entry to current_user");
            assertThatThrownBy(() -> statement.execute("set role to 'test_partner_service_owner'"))
                    .isInstanceOf(SQLException.class);
            assertThat(mayDo(statement, "insert")).isTrue();
            assertThat(mayDo(statement, "update")).isFalse();
            assertThat(mayDo(statement, "delete")).isFalse();
            assertThat(mayDo(statement, "truncate")).isFalse();
        }
    }

    private static boolean mayDo(Statement statement, String what) throws SQLException {
        try (var row = statement.executeQuery("select has_table_privilege('audit_entry', '" + what + "')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
