package com.vsoxp.alliance.benefits.support;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Looks up all that an answer to a support question needs: one way to the database, two looks into its indexes. */
@ApplicationScoped
class SupportLookup {

    /**
     * What was found.
     *
     * @param support what the partner's entitlement to technical support is worth on the day; empty, if it holds no tier
     * @param authorizedContact whether the partner has authorized the contact in matters of support
     */
    record Found(Optional<BenefitValue> support, boolean authorizedContact) {}

    private static final String LOOK_UP = """
            select (select case when e.until is null or e.until > asked.day then e.benefit_value end from entitlement e
                    where e.partner_id = asked.partner_id and e.code = 'TECHNICAL_SUPPORT' and e.since <= asked.day
                    order by e.since desc limit 1),
                   exists (select from authorized_contact c
                    where c.partner_id = asked.partner_id and c.email_digest = asked.digest and c.withdrawn_on is null
                        and 'SUPPORT' = any(c.scopes))
            from (select ?::uuid as partner_id, ?::date as day, ?::text as digest) asked""";

    private final DataSource database;

    SupportLookup(DataSource database) {
        this.database = database;
    }

    Found on(LocalDate day, UUID partnerId, String emailDigest) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOOK_UP)) {
            select.setObject(1, partnerId);
            select.setObject(2, day);
            select.setString(3, emailDigest);
            try (var row = select.executeQuery()) {
                row.next();
                return new Found(Optional.ofNullable(row.getString(1)).map(BenefitValue::parse), row.getBoolean(2));
            }
        } catch (SQLException e) {
            throw new JDBCException("Could not look up who may ask for support", e);
        }
    }
}
