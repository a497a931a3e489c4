package com.vsoxp.alliance.benefits.usage;

import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Keeps the ledger of what partners use. Whoever knows of a fact notes it in the transaction that makes it true. */
@UseCase
public class NoteUsage {

    // A row that says the same is left alone.
    private static final String NOTE = """
            insert into usage_entry as kept
                (partner_id, benefit, fact_id, used_on, program_version, quantity, currency, list, discount, net, beyond)
            select unnest(?::uuid[]), unnest(?::text[]), unnest(?::uuid[]), unnest(?::date[]), unnest(?::text[]),
                unnest(?::int[]), unnest(?::text[]), unnest(?::numeric[]), unnest(?::numeric[]), unnest(?::numeric[]),
                unnest(?::numeric[])
            on conflict (partner_id, benefit, fact_id) do update set
                used_on = excluded.used_on, program_version = excluded.program_version, quantity = excluded.quantity,
                currency = excluded.currency, list = excluded.list, discount = excluded.discount, net = excluded.net,
                beyond = excluded.beyond
            where (kept.used_on, kept.program_version, kept.quantity, kept.currency, kept.list, kept.net, kept.beyond)
                is distinct from (excluded.used_on, excluded.program_version, excluded.quantity, excluded.currency,
                                  excluded.list, excluded.net, excluded.beyond)""";

    private static final String STRIKE = """
            delete from usage_entry kept using unnest(?::uuid[], ?::text[], ?::uuid[]) as gone (partner_id, benefit, fact_id)
            where kept.partner_id = gone.partner_id and kept.benefit = gone.benefit and kept.fact_id = gone.fact_id""";

    private final DataSource database;

    NoteUsage(DataSource database) {
        this.database = database;
    }

    /** Notes one use. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Use use) {
        note(List.of(use), List.of());
    }

    /**
     * Notes uses, at most one of a fact, and strikes those off that no longer count.
     *
     * @param gone need not have been noted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Collection<Use> uses, Collection<Use.Key> gone) {
        try (Connection connection = database.getConnection()) {
            RoundTrip.store(connection, struckOff(gone), noted(uses));
        } catch (SQLException e) {
            throw new JDBCException("Could not note what was used", e);
        }
    }

    private static Rows<Use.Key> struckOff(Collection<Use.Key> gone) {
        return new Rows<>(STRIKE, gone, columns -> columns.set("uuid", Use.Key::partnerId)
                .set("text", Use.Key::benefit)
                .set("uuid", Use.Key::factId));
    }

    private static Rows<Use> noted(Collection<Use> uses) {
        return new Rows<>(NOTE, uses, columns -> columns.set("uuid", Use::partnerId)
                .set("text", Use::benefit)
                .set("uuid", Use::factId)
                .set("date", Use::usedOn)
                .set("text", use -> use.programVersion() == null ? "" : use.programVersion())
                .set("int4", Use::quantity)
                .set("text", use -> use.amounts()
                        .map(amounts -> amounts.currency().getCurrencyCode())
                        .orElse(""))
                .set("numeric", use -> amount(use, UsedAmounts::list))
                .set("numeric", use -> amount(use, UsedAmounts::discount))
                .set("numeric", use -> amount(use, UsedAmounts::net))
                .set("numeric", use -> amount(use, UsedAmounts::beyond)));
    }

    private static BigDecimal amount(Use use, Function<UsedAmounts, BigDecimal> of) {
        return use.amounts().map(of).orElse(BigDecimal.ZERO);
    }
}
