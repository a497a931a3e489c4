package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Makes of what was said the facts that should stand, what they were before, and what was said of enrollments. */
@UseCase
class DeriveFacts {

    private static final String FACTS = """
            with recorded as (
                select distinct on (partner_id, id) * from rebuild_fact_said where not withdrawn and %1$s
                order by partner_id, id, sequence desc),
            withdrawn as (
                select distinct on (partner_id, id) * from rebuild_fact_said where withdrawn and %1$s
                order by partner_id, id, sequence desc)
            insert into rebuilt_fact (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency,
                withdrawn_sequence, withdrawn_on, known_at, withdrawn_known_at, list_minor, list_currency, of_sale)
            select coalesce(recorded.partner_id, withdrawn.partner_id), coalesce(recorded.id, withdrawn.id),
                coalesce(recorded.kind, withdrawn.kind), coalesce(recorded.sequence, 0), recorded.on_day,
                recorded.until_day, recorded.quantity, recorded.amount, recorded.currency,
                coalesce(withdrawn.sequence, 0), withdrawn.on_day, recorded.known_at, withdrawn.known_at,
                recorded.list_minor, recorded.list_currency, recorded.of_sale
            from recorded full join withdrawn
                on withdrawn.partner_id = recorded.partner_id and withdrawn.id = recorded.id""";

    private static final String PAST = """
            insert into rebuilt_fact_past (partner_id, id, sequence, known_at, kind, on_day, until_day, quantity, amount,
                currency, withdrawn_on)
            select distinct on (partner_id, id, said.sequence) partner_id, id, said.sequence, said.known_at, said.kind,
                case when not withdrawn then said.on_day end, said.until_day, said.quantity, said.amount, said.currency,
                case when withdrawn then said.on_day end
            from rebuild_fact_said said join rebuilt_fact fact using (partner_id, id)
            where %s and said.sequence < case when withdrawn then fact.withdrawn_sequence else fact.sequence end
            order by partner_id, id, said.sequence""";

    private static final String ENROLLMENTS = """
            insert into rebuilt_enrollment_said (partner_id, sequence, known_at, enrollment_id, status, tier, applied_tier,
                applied_on, since, ended_on)
            select distinct on (partner_id, sequence) partner_id, sequence, known_at, enrollment_id, status, tier,
                applied_tier, applied_on, since, ended_on
            from rebuild_partner_said
            where enrollment_id is not null and %s
            order by partner_id, sequence, place""";

    /**
     * Of these partners; of all if it is null.
     *
     * @return how many facts they have
     */
    long derive(Connection connection, Collection<UUID> partners) throws SQLException {
        long facts = run(connection, FACTS, partners);
        run(connection, PAST, partners);
        run(connection, ENROLLMENTS, partners);
        return facts;
    }

    private static long run(Connection connection, String statement, Collection<UUID> partners) throws SQLException {
        String which = partners == null ? "true" : "partner_id = any(?)";
        try (PreparedStatement derive = connection.prepareStatement(statement.formatted(which))) {
            for (int i = 1;
                    partners != null && i <= derive.getParameterMetaData().getParameterCount();
                    i++) {
                derive.setArray(i, connection.createArrayOf("uuid", partners.toArray()));
            }
            return derive.executeLargeUpdate();
        }
    }
}
