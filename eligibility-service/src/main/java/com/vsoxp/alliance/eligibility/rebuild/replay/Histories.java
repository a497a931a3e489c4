package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.rebuild.replay.History.Known;
import com.vsoxp.alliance.eligibility.rebuild.replay.History.Said;
import com.vsoxp.alliance.eligibility.rebuild.replay.History.Told;
import com.vsoxp.alliance.platform.money.Money;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Partner after partner, what was staged of each, by three cursors side by side: memory is needed for one partner. */
final class Histories implements AutoCloseable {

    private static final String SAID = """
            select partner_id, sequence, known_at, enrollment_id, status, tier, applied_tier, applied_on, since, term_ends_on,
                ended_on
            from rebuild_partner_said where %s order by partner_id, place""";

    private static final String TOLD = """
            select partner_id, told_at, type, data from rebuild_decided where %s order by partner_id, place""";

    private static final String KNOWN = """
            select partner_id, id, kind, on_day,
                least(until_day, case when withdrawn_sequence > sequence then withdrawn_on end),
                quantity, amount, currency, sequence > 0, greatest(known_at, withdrawn_known_at)
            from rebuilt_fact where %s order by partner_id""";

    private final ObjectReader events;
    private final Groups<Said> said;
    private final Groups<Told> told;
    private final Groups<Known> known;

    /**
     * @param connection in a transaction, for the cursors
     * @param partners whose; all of them if it is null
     */
    Histories(Connection connection, Collection<UUID> partners, ObjectReader events) throws SQLException {
        this.events = events;
        this.said = new Groups<>(connection, SAID, partners, Histories::said);
        this.told = new Groups<>(connection, TOLD, partners, this::told);
        this.known = new Groups<>(connection, KNOWN, partners, Histories::known);
    }

    /** The next partner's; empty after the last one. */
    Optional<History> next() throws SQLException {
        UUID partner = Stream.of(said.next(), told.next(), known.next())
                .filter(Objects::nonNull)
                .min(Groups::compare)
                .orElse(null);
        return partner == null
                ? Optional.empty()
                : Optional.of(new History(partner, said.of(partner), told.of(partner), known.of(partner)));
    }

    @Override
    public void close() throws SQLException {
        known.close();
        told.close();
        said.close();
    }

    private static Said said(ResultSet row) throws SQLException {
        Instant at = instant(row, 3);
        UUID enrollment = row.getObject(4, UUID.class);
        return new Said(
                at,
                enrollment == null
                        ? null
                        : new EnrollmentNews(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                at,
                                enrollment,
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, LocalDate.class),
                                row.getObject(9, LocalDate.class),
                                row.getObject(10, LocalDate.class),
                                row.getObject(11, LocalDate.class)));
    }

    private Told told(ResultSet row) throws SQLException {
        try {
            return new Told(instant(row, 2), row.getString(3), events.readValue(row.getString(4)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An event of this service is not as it writes them", e);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        Instant at = instant(row, 10);
        if (!row.getBoolean(9)) {
            return new Known(null, at);
        }
        BigDecimal amount = row.getBigDecimal(7);
        return new Known(
                new Fact(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getLong(6),
                        amount == null ? null : new Money(amount, Currency.getInstance(row.getString(8)))),
                at);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
