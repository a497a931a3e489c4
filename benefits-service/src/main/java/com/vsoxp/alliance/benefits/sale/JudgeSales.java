package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.benefits.entitlement.EntitlementsMoved;
import com.vsoxp.alliance.benefits.usage.NoteUsage;
import com.vsoxp.alliance.benefits.usage.Use;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/**
 * Holds the discounts of sales against what was due, keeps the findings, and brings the ledger of usage up to date. A sale is
 * judged again whenever a fact arrives that it is judged by, so the order of arrival does not matter.
 */
@UseCase
public class JudgeSales {

    private static final int SALES_AT_ONCE = 500;

    // One at a time: two that judge by each other's facts would see neither.
    private static final String ALONE = "select pg_advisory_xact_lock(20040102)";

    private static final String SOLD_SINCE = """
            select p.sale_id from unnest(?::uuid[], ?::date[]) as moved (partner_id, day)
            join sold_part p on p.partner_id = moved.partner_id and p.sold_on >= moved.day
            union
            select p.sale_id from unnest(?::uuid[], ?::date[]) as moved (partner_id, day)
            join sale_sharer s on s.partner_id = moved.partner_id
            join sold_part p on p.sale_id = s.sale_id and p.sold_on >= moved.day""";

    private static final String ACQUIT = """
            delete from discount_finding f using unnest(?::uuid[], ?::uuid[]) as judged (sale_id, partner_id)
            where f.sale_id = judged.sale_id and f.partner_id = judged.partner_id""";

    private static final String FIND = """
            insert into discount_finding
                (sale_id, partner_id, order_number, sold_on, recorded_at, reason, quote_id, quote_use, percent, program_version,
                 tier, currency, list, discount, allowed)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::date[]), unnest(?::timestamptz[]),
                unnest(?::text[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::numeric[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::text[]), unnest(?::numeric[]), unnest(?::numeric[]), unnest(?::numeric[])""";

    private final DataSource database;
    private final NoteUsage noteUsage;

    JudgeSales(DataSource database, NoteUsage noteUsage) {
        this.database = database;
        this.noteUsage = noteUsage;
    }

    /** Waits until nobody else judges, and keeps them waiting until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void waitForTurn() {
        try (Connection connection = database.getConnection();
                var lock = connection.createStatement()) {
            lock.execute(ALONE);
        } catch (SQLException e) {
            throw new JDBCException("Could not wait for the turn to judge sales", e);
        }
    }

    /** Judges sales again that an entitlement was moved under. */
    void follow(@Observes EntitlementsMoved moved) {
        var partners = moved.since().entrySet();
        if (partners.isEmpty()) {
            return;
        }
        waitForTurn();
        try (Connection connection = database.getConnection()) {
            var sold = new Question<>(
                    new Rows<>(SOLD_SINCE, partners, columns -> columns.set("uuid", Map.Entry::getKey)
                            .set("date", Map.Entry::getValue)
                            .set("uuid", Map.Entry::getKey)
                            .set("date", Map.Entry::getValue)),
                    row -> row.getObject(1, UUID.class));
            judge(connection, RoundTrip.ask(connection, sold).to(sold));
        } catch (SQLException e) {
            throw new JDBCException("Could not judge sales again", e);
        }
    }

    /** Judges sales of which facts have arrived; call {@link #waitForTurn} before the facts are stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void judge(Set<UUID> saleIds) {
        try (Connection connection = database.getConnection()) {
            judge(connection, List.copyOf(saleIds));
        } catch (SQLException e) {
            throw new JDBCException("Could not judge sales", e);
        }
    }

    private void judge(Connection connection, List<UUID> saleIds) throws SQLException {
        for (int from = 0; from < saleIds.size(); from += SALES_AT_ONCE) {
            var cases = SaleCases.of(saleIds.subList(from, Math.min(from + SALES_AT_ONCE, saleIds.size())));
            keep(connection, RoundTrip.ask(connection, cases).to(cases));
        }
    }

    private void keep(Connection connection, Collection<SaleCase> cases) throws SQLException {
        List<Use> uses = new ArrayList<>();
        List<Use.Key> gone = new ArrayList<>();
        for (var one : cases) {
            one.use().ifPresentOrElse(uses::add, () -> gone.add(one.key()));
        }
        noteUsage.note(uses, gone);
        RoundTrip.store(
                connection,
                new Rows<>(ACQUIT, cases, columns -> columns.set("uuid", SaleCase::saleId)
                        .set("uuid", SaleCase::partnerId)),
                found(cases.stream().filter(SaleCase::isBeyond).toList()));
    }

    private static Rows<SaleCase> found(List<SaleCase> beyond) {
        return new Rows<>(FIND, beyond, columns -> columns.set("uuid", SaleCase::saleId)
                .set("uuid", SaleCase::partnerId)
                .set("text", SaleCase::orderNumber)
                .set("date", SaleCase::soldOn)
                .set("timestamptz", SaleCase::recordedAt)
                .set("text", one -> DiscountFinding.Reason.of(one.quoteUse()).name())
                .set("uuid", SaleCase::quoteId)
                .set(
                        "text",
                        one -> one.quoteUse() == null ? null : one.quoteUse().name())
                .set("numeric", SaleCase::percent)
                .set("text", SaleCase::program)
                .set("text", SaleCase::tier)
                .set("text", one -> one.currency().getCurrencyCode())
                .set("numeric", SaleCase::list)
                .set("numeric", SaleCase::discount)
                .set("numeric", SaleCase::due));
    }
}
