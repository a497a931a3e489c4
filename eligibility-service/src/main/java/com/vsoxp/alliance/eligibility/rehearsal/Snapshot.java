package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.eligibility.rehearsal.columns.Demands;
import com.vsoxp.alliance.eligibility.rehearsal.columns.PartnerColumns;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.platform.sql.BinaryCopy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Currency;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * All partners and facts as they are at one moment, read through one connection while the live service goes on. Each table is
 * read piece by piece in the order it lies in; what cannot count is left out by the database. So many partners as fit in memory
 * are taken at a time, dealt by the hash of their ids.
 */
final class Snapshot {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final String SALE = "LICENSE_SALE";

    private static final String STANDINGS = """
            select partner_id, status, tier, pending_tier, cure_ends_on, program_version from standing
            where :blocks and %s""";

    private static final String ENROLLMENTS = """
            select id, tier, applied_on, since, previous_ended_on, term_ends_on from partner
            where :blocks and enrollment_id is not null and %s""";

    /**
     * To write out a sum of money is dear for the database, so it is sent only where it counts. What a reversal takes back at list
     * prices is its part of what the sale came to: the sale is looked up for each, since to join them all at once would take as
     * many workers as the database has, and all cores from the live service.
     */
    private static final String FACTS = """
            select partner_id, kind, on_day, quantity, case when %4$s then amount end, case when %4$s then currency end,
                case when of_sale is null then list_minor when on_day >= %5$s then (
                    select round(sale.list_minor::numeric * fact.quantity / sale.quantity)::bigint
                    from fact sale where sale.partner_id = fact.partner_id and sale.id = fact.of_sale and sale.quantity > 0) end,
                case when of_sale is null then list_currency when on_day >= %5$s then (
                    select sale.list_currency from fact sale where sale.partner_id = fact.partner_id and sale.id = fact.of_sale) end
            from fact
            where :blocks and sequence > 0 and on_day <= %1$s and (until_day is null or until_day > %1$s)
                and (withdrawn_sequence <= sequence or withdrawn_on > %1$s) and (%2$s) and %3$s""";

    private static final String DOUBTS = "select partner_id, kind from event_set_aside where %s";

    /** Hears how far the reading is. */
    interface Progress {
        void read(long rows, long ofAbout);
    }

    private final Connection connection;
    private final TableReader tables;
    private final long partners;
    private final int slices;

    /**
     * Begins the snapshot: the connection is in a transaction that reads repeatably from here on.
     *
     * @param progress is told now and then
     */
    Snapshot(Connection connection, RehearsalConfig config, LiveCalls calls, Progress progress) throws SQLException {
        this.connection = connection;
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Other processes of the database would take the cores that are left to the live service.
            statement.execute("set local max_parallel_workers_per_gather = 0");
        }
        this.partners = number("select count(*) from standing");
        this.slices = slices(partners, config.partnersAtOnce());
        long rows = 2 * partners
                + slices * number("select greatest(reltuples, 0)::bigint from pg_class where oid = 'fact'::regclass");
        this.tables = new TableReader(connection, new Throttle(config.share(), calls), progress, rows);
    }

    int slices() {
        return slices;
    }

    /** Reads one slice of the partners. */
    PartnerColumns slice(int slice, Demands demands) throws SQLException {
        long most = slices == 1 ? partners : number("select count(*) from standing where " + of(slice, "partner_id"));
        PartnerColumns columns = new PartnerColumns(demands, Math.toIntExact(most));
        standings(slice, columns);
        enrollments(slice, columns);
        facts(slice, demands, columns);
        doubts(slice, columns);
        return columns;
    }

    private void standings(int slice, PartnerColumns columns) throws SQLException {
        tables.read("standing", STANDINGS.formatted(of(slice, "partner_id")), row -> {
            row.isNull();
            columns.add(
                    row.bits(),
                    row.bits(),
                    Standing.Status.valueOf(row.text()),
                    row.text(),
                    row.text(),
                    row.day(PartnerColumns.NO_DAY),
                    row.text());
        });
    }

    private void enrollments(int slice, PartnerColumns columns) throws SQLException {
        tables.read("partner", ENROLLMENTS.formatted(of(slice, "id")), row -> {
            int partner = partner(row, columns);
            if (partner >= 0) {
                columns.enroll(
                        partner,
                        row.text(),
                        row.day(PartnerColumns.NO_DAY),
                        row.day(PartnerColumns.NO_DAY),
                        row.day(PartnerColumns.NO_DAY),
                        row.day(PartnerColumns.NO_DAY));
            }
        });
    }

    private void facts(int slice, Demands demands, PartnerColumns columns) throws SQLException {
        Map<String, OptionalInt> kinds = demands.kinds();
        kinds.merge(SALE, OptionalInt.of(salesFrom(demands)), Snapshot::earlier);
        String[] names = kinds.keySet().toArray(String[]::new);
        byte[][] known = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            known[i] = names[i].getBytes(StandardCharsets.UTF_8);
        }
        int salesFrom = salesFrom(demands);
        Currencies currencies = new Currencies();
        String query = FACTS.formatted(
                day(demands.day().toEpochDay()),
                whichKinds(kinds),
                of(slice, "partner_id"),
                isOneOf(demands.kindsOfMoney()),
                day(salesFrom));
        tables.read("fact", query, row -> {
            int partner = partner(row, columns);
            int kind = partner < 0 ? -1 : row.oneOf(known);
            if (kind < 0) {
                return;
            }
            int on = row.day(0);
            long quantity = row.bigint(0);
            long money = row.isNull() ? 0 : row.unscaled();
            columns.count(partner, names[kind], on, NEVER, quantity, money, currencies.of(row.text()));
            long list = row.bigint(Long.MIN_VALUE);
            if (list != Long.MIN_VALUE && on >= salesFrom) {
                columns.sell(partner, currencies.of(row.text()), list);
            }
        });
    }

    private void doubts(int slice, PartnerColumns columns) throws SQLException {
        tables.readAtOnce(DOUBTS.formatted(of(slice, "partner_id")), row -> {
            int partner = partner(row, columns);
            if (partner >= 0) {
                columns.doubt(partner, row.text());
            }
        });
    }

    private static int partner(BinaryCopy row, PartnerColumns columns) {
        row.isNull();
        return columns.find(row.bits(), row.bits());
    }

    /** The last twelve months, as the program's own windows reckon them. */
    private static int salesFrom(Demands demands) {
        return Math.toIntExact(demands.day().minusMonths(12).plusDays(1).toEpochDay());
    }

    private static OptionalInt earlier(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()));
    }

    private String whichKinds(Map<String, OptionalInt> kinds) throws SQLException {
        StringBuilder which = new StringBuilder("false");
        for (var kind : kinds.entrySet()) {
            which.append(" or kind = ").append(literal(kind.getKey()));
            kind.getValue().ifPresent(from -> which.append(" and on_day >= ").append(day(from)));
        }
        return which.toString();
    }

    private String isOneOf(Set<String> kinds) throws SQLException {
        StringBuilder isOne = new StringBuilder("false");
        for (String kind : kinds) {
            isOne.append(" or kind = ").append(literal(kind));
        }
        return isOne.toString();
    }

    private String literal(String text) throws SQLException {
        return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
    }

    private static String day(long sinceEpoch) {
        return "date '1970-01-01' + " + sinceEpoch;
    }

    private String of(int slice, String id) {
        return slices == 1 ? "true" : "uuid_hash(" + id + ") & " + (slices - 1) + " = " + slice;
    }

    /** A power of two, so that the hash can be masked. */
    private static int slices(long partners, int atOnce) {
        int slices = 1;
        while (partners > (long) atOnce * slices) {
            slices *= 2;
        }
        return slices;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Few currencies, met by the million. */
    private static final class Currencies {

        private final Map<String, Currency> known = Currency.getAvailableCurrencies().stream()
                .collect(Collectors.toMap(Currency::getCurrencyCode, currency -> currency, (one, _) -> one));

        Currency of(String code) {
            return code == null ? null : known.get(code);
        }
    }
}
