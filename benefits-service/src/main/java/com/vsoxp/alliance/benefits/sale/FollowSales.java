package com.vsoxp.alliance.benefits.sale;

import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.benefits.sale.SaleChange.Moved;
import com.vsoxp.alliance.benefits.sale.SaleChange.Recorded;
import com.vsoxp.alliance.benefits.sale.SaleChange.Reversed;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Keeps what is said of sales, and has them judged. Takes any number at once, at the cost of a few statements. */
@UseCase
public class FollowSales {

    private record PartKey(UUID saleId, UUID partnerId) {}

    private record ReversalKey(UUID partnerId, UUID id) {}

    /** What was said last of a part; its terms are those that were said last. */
    private record Part(PartKey key, long sequence, boolean counted, Recorded terms, Moved left) {

        static Part of(Recorded said) {
            return new Part(new PartKey(said.saleId(), said.partnerId()), said.sequence(), true, said, null);
        }

        static Part of(Moved said) {
            return new Part(new PartKey(said.saleId(), said.partnerId()), said.sequence(), false, null, said);
        }

        Part and(Part other) {
            var last = other.sequence > sequence ? other : this;
            var first = last == this ? other : this;
            return last.terms != null ? last : new Part(last.key, last.sequence, false, first.terms, last.left);
        }
    }

    private record Reversal(ReversalKey key, long sequence, boolean counted, UUID saleId, int licenses) {

        Reversal and(Reversal other) {
            return other.sequence > sequence ? other : this;
        }
    }

    // A sale that went over keeps the terms that it had.
    private static final String KEEP_PARTS = """
            insert into sold_part as kept
                (sale_id, partner_id, sequence, counted, order_number, licenses, currency, list, net, sold_on, recorded_at, quote_id)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::boolean[]), unnest(?::text[]),
                unnest(?::int[]), unnest(?::text[]), unnest(?::numeric[]), unnest(?::numeric[]), unnest(?::date[]),
                unnest(?::timestamptz[]), unnest(?::uuid[])
            on conflict (sale_id, partner_id) do update set
                sequence = excluded.sequence, counted = excluded.counted,
                order_number = coalesce(excluded.order_number, kept.order_number),
                licenses = coalesce(excluded.licenses, kept.licenses),
                currency = coalesce(excluded.currency, kept.currency),
                list = coalesce(excluded.list, kept.list), net = coalesce(excluded.net, kept.net),
                sold_on = excluded.sold_on,
                recorded_at = coalesce(excluded.recorded_at, kept.recorded_at),
                quote_id = coalesce(excluded.quote_id, kept.quote_id)
            where kept.sequence < excluded.sequence""";

    private static final String KEEP_REVERSALS = """
            insert into sold_reversal as kept (partner_id, id, sequence, counted, sale_id, licenses)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::boolean[]), unnest(?::uuid[]),
                unnest(?::int[])
            on conflict (partner_id, id) do update set
                sequence = excluded.sequence, counted = excluded.counted, licenses = excluded.licenses
            where kept.sequence < excluded.sequence""";

    private static final String KEEP_SHARERS = """
            insert into sale_sharer (sale_id, partner_id) select unnest(?::uuid[]), unnest(?::uuid[]) on conflict do nothing""";

    private final DataSource database;
    private final JudgeSales judgeSales;

    FollowSales(DataSource database, JudgeSales judgeSales) {
        this.database = database;
        this.judgeSales = judgeSales;
    }

    /** Takes the changes over; one that is older than what is known of its sale changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<SaleChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<PartKey, Part> parts = new LinkedHashMap<>();
        Map<ReversalKey, Reversal> reversals = new LinkedHashMap<>();
        changes.forEach(change -> fold(change, parts, reversals));
        judgeSales.waitForTurn();
        keep(parts.values(), reversals.values());
        judgeSales.judge(changes.stream().map(SaleChange::saleId).collect(toSet()));
    }

    private static void fold(SaleChange change, Map<PartKey, Part> parts, Map<ReversalKey, Reversal> reversals) {
        switch (change) {
            case Recorded said -> add(Part.of(said), parts);
            case Reversed said ->
                add(
                        new Reversal(
                                new ReversalKey(said.partnerId(), said.reversalId()),
                                said.sequence(),
                                true,
                                said.saleId(),
                                said.licenses()),
                        reversals);
            case Moved said -> {
                add(Part.of(said), parts);
                said.reversalIds()
                        .forEach(id -> add(
                                new Reversal(
                                        new ReversalKey(said.partnerId(), id),
                                        said.sequence(),
                                        false,
                                        said.saleId(),
                                        0),
                                reversals));
            }
        }
    }

    private static void add(Part part, Map<PartKey, Part> parts) {
        parts.merge(part.key, part, Part::and);
    }

    private static void add(Reversal reversal, Map<ReversalKey, Reversal> reversals) {
        reversals.merge(reversal.key, reversal, Reversal::and);
    }

    private void keep(Collection<Part> parts, Collection<Reversal> reversals) {
        try (Connection connection = database.getConnection()) {
            RoundTrip.store(connection, rowsOf(parts), reversalRows(reversals), sharersOf(parts));
        } catch (SQLException e) {
            throw new JDBCException("Could not keep sales", e);
        }
    }

    private static Rows<Part> rowsOf(Collection<Part> parts) {
        return new Rows<>(KEEP_PARTS, parts, columns -> columns.set("uuid", part -> part.key.saleId())
                .set("uuid", part -> part.key.partnerId())
                .set("int8", Part::sequence)
                .set("bool", Part::counted)
                .set("text", part -> part.terms == null ? null : part.terms.orderNumber())
                .set("int4", part -> part.terms == null ? null : part.terms.licenses())
                .set(
                        "text",
                        part -> part.terms == null || part.terms.currency() == null
                                ? null
                                : part.terms.currency().getCurrencyCode())
                .set("numeric", part -> part.terms == null ? null : part.terms.list())
                .set("numeric", part -> part.terms == null ? null : part.terms.net())
                .set("date", part -> part.terms == null ? part.left.soldOn() : part.terms.soldOn())
                .set("timestamptz", part -> part.terms == null ? null : part.terms.recordedAt())
                .set("uuid", part -> part.terms == null ? null : part.terms.quoteId()));
    }

    private static Rows<PartKey> sharersOf(Collection<Part> parts) {
        List<PartKey> sharers = parts.stream()
                .filter(part -> part.terms != null)
                .flatMap(part -> part.terms.sharers().stream().map(partner -> new PartKey(part.key.saleId(), partner)))
                .distinct()
                .toList();
        return new Rows<>(KEEP_SHARERS, sharers, columns -> columns.set("uuid", PartKey::saleId)
                .set("uuid", PartKey::partnerId));
    }

    private static Rows<Reversal> reversalRows(Collection<Reversal> reversals) {
        return new Rows<>(
                KEEP_REVERSALS, reversals, columns -> columns.set("uuid", reversal -> reversal.key.partnerId())
                        .set("uuid", reversal -> reversal.key.id())
                        .set("int8", Reversal::sequence)
                        .set("bool", Reversal::counted)
                        .set("uuid", Reversal::saleId)
                        .set("int4", Reversal::licenses));
    }
}
