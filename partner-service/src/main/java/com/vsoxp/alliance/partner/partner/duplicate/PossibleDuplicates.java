package com.vsoxp.alliance.partner.partner.duplicate;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds partners that may be the same company. Three look-ups in indexes for each, however many partners there are. */
@ApplicationScoped
public class PossibleDuplicates {

    /** What a person can look at. */
    private static final int MAX_CANDIDATES = 5;

    /** How many of a kind are looked at to find those with most in common. */
    private static final int WORTH_A_LOOK = 20;

    // In the order of the keys, so that those who share several never wait for each other in a circle.
    private static final String TAKE_TURNS = """
            select count(pg_advisory_xact_lock(key)) from (
                select distinct hashtextextended(text, 0) as key
                from (
                    select country || ' ' || company_name as text from partner where id = any(?::uuid[])
                    union all
                    select * from unnest(?::text[])) texts
                where text is not null order by key) keys""";

    private static final String ALIKE = """
            select asked.place, p.id, p.name, p.website, p.named
            from (
                select a.place, a.host, me.id, me.country, me.company_name
                from unnest(?::uuid[], ?::text[]) with ordinality a (id, host, place) join partner me on me.id = a.id
            ) asked
            cross join lateral (
                (select p.id, p.profile ->> 'name' as name, p.profile ->> 'website' as website, true as named, p.merged_into
                from partner p where p.country = asked.country and p.company_name = asked.company_name
                order by p.place limit %1$d)
                union all
                (select p.id, p.profile ->> 'name', p.profile ->> 'website',
                    coalesce(p.country = asked.country and p.company_name = asked.company_name, false), p.merged_into
                from partner p where p.host_backwards = asked.host
                order by p.place limit %1$d)
                union all
                (select p.id, p.profile ->> 'name', p.profile ->> 'website',
                    coalesce(p.country = asked.country and p.company_name = asked.company_name, false), p.merged_into
                from partner p where p.host_backwards > asked.host || '.' and p.host_backwards < asked.host || '/'
                order by p.host_backwards, p.place limit %1$d)
            ) p
            where p.id <> asked.id and p.merged_into is null""".formatted(WORTH_A_LOOK);

    private final DataSource database;

    PossibleDuplicates(DataSource database) {
        this.database = database;
    }

    /** The partners that may be the same company as this one: at most five, those with most in common first. */
    public List<DuplicateCandidate> of(Partner partner) {
        try (Connection connection = database.getConnection()) {
            return candidates(connection, List.of(partner)).getFirst();
        } catch (SQLException e) {
            throw new PersistenceException("Could not look for duplicates", e);
        }
    }

    /**
     * As {@link #of}, for one that the current transaction registers. Of two that are registered at the same moment the
     * later one waits here for the other, and finds it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DuplicateCandidate> ofNew(Partner partner) {
        return ofNew(List.of(partner)).getFirst();
    }

    /** As {@link #ofNew(Partner)}, for each of several: one is told of those before it, and never of those after it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<List<DuplicateCandidate>> ofNew(List<Partner> partners) {
        try (Connection connection = database.getConnection()) {
            takeTurns(connection, partners);
            return candidates(connection, partners);
        } catch (SQLException e) {
            throw new PersistenceException("Could not look for duplicates", e);
        }
    }

    private static void takeTurns(Connection connection, List<Partner> partners) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_TURNS)) {
            new ArrayColumns<>(statement, partners)
                    .set("uuid", partner -> partner.id)
                    .set("text", partner -> domain(partner).map(WebDomain::name).orElse(null));
            statement.executeQuery();
        }
    }

    private static List<List<DuplicateCandidate>> candidates(Connection connection, List<Partner> partners)
            throws SQLException {
        List<Optional<WebDomain>> domains =
                partners.stream().map(PossibleDuplicates::domain).toList();
        List<List<DuplicateCandidate>> found = new ArrayList<>();
        partners.forEach(_ -> found.add(new ArrayList<>()));
        Map<UUID, Integer> places = places(partners);
        try (PreparedStatement statement = connection.prepareStatement(ALIKE)) {
            int[] next = new int[1];
            new ArrayColumns<>(statement, partners)
                    .set("uuid", partner -> partner.id)
                    .set("text", _ -> domains.get(next[0]++)
                            .map(WebDomain::backwards)
                            .orElse(null));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int asked = rows.getInt(1) - 1;
                    DuplicateCandidate candidate = candidate(rows, domains.get(asked));
                    boolean isLater = places.getOrDefault(candidate.id(), asked) > asked;
                    if (!candidate.reasons().isEmpty() && !isLater) {
                        found.get(asked).add(candidate);
                    }
                }
            }
        }
        return found.stream().map(PossibleDuplicates::best).toList();
    }

    private static Map<UUID, Integer> places(List<Partner> partners) {
        Map<UUID, Integer> places = new HashMap<>();
        partners.forEach(partner -> places.put(partner.id, places.size()));
        return places;
    }

    private static List<DuplicateCandidate> best(List<DuplicateCandidate> all) {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                        candidate -> -candidate.reasons().size()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    // The database says whether the names are the same; the domain of a host it cannot know.
    private static DuplicateCandidate candidate(ResultSet row, Optional<WebDomain> domain) throws SQLException {
        List<DuplicateReason> reasons = new ArrayList<>();
        if (row.getBoolean(5)) {
            reasons.add(DuplicateReason.SAME_LEGAL_NAME_AND_COUNTRY);
        }
        if (domain.isPresent() && domain.equals(WebDomain.of(row.getString(4)))) {
            reasons.add(DuplicateReason.SAME_WEB_DOMAIN);
        }
        return new DuplicateCandidate(row.getObject(2, UUID.class), row.getString(3), List.copyOf(reasons));
    }

    private static Optional<WebDomain> domain(Partner partner) {
        return WebDomain.of(partner.profile.website());
    }
}
