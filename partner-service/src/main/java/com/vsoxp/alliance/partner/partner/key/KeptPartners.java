package com.vsoxp.alliance.partner.partner.key;

import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Partners that a transaction wants kept as they are named: {@link #question()} must be asked before they can be told. */
public final class KeptPartners {

    /** An absorbed partner and its survivor. */
    private record Absorbed(UUID id, UUID survivor) {}

    // A key share conflicts with nothing but "for update", which is what a merge takes. Who had to wait for one does
    // not get the partner that it absorbed.
    private static final String KEEP =
            "select id from partner where id = any(?::uuid[]) and merged_into is null order by id for key share";

    private static final String SURVIVORS =
            "select id, merged_into from partner where id = any(?::uuid[]) and merged_into is not null";

    private final Map<PartnerReference, UUID> named;
    private final Set<UUID> ids;
    private final Question<UUID> question;

    KeptPartners(Map<PartnerReference, UUID> named) {
        this.named = named;
        this.ids = Set.copyOf(named.values());
        this.question = keep(ids);
    }

    /** Which partner each reference names, if all of them still stand for themselves: whether they do, {@link #areAll} tells. */
    public Map<PartnerReference, UUID> presumed() {
        return Map.copyOf(named);
    }

    /** Whether the partners that were presumed are those that are kept. */
    public boolean areAll(List<UUID> kept) {
        return kept.size() == ids.size();
    }

    /** Answers those that are kept now. */
    public Question<UUID> question() {
        return question;
    }

    /**
     * Says which partner each reference names, of an absorbed one the survivor, which is kept too; those that name none are left
     * out.
     *
     * @param kept what was answered to the question in the same transaction
     */
    public Map<PartnerReference, UUID> named(Connection connection, List<UUID> kept) throws SQLException {
        Map<UUID, UUID> standing = standing(connection, ids, kept);
        Map<PartnerReference, UUID> answer = new HashMap<>(named);
        answer.replaceAll((_, id) -> standing.get(id));
        answer.values().removeIf(Objects::isNull);
        return answer;
    }

    /** The partner that each id stands for now; an unknown id stands for none. */
    private static Map<UUID, UUID> standing(Connection connection, Set<UUID> ids, List<UUID> kept) throws SQLException {
        Map<UUID, UUID> standing = new HashMap<>();
        kept.forEach(id -> standing.put(id, id));
        Set<UUID> others = new HashSet<>(ids);
        others.removeAll(standing.keySet());
        Map<UUID, UUID> absorbed = survivorsOf(connection, others);
        if (!absorbed.isEmpty()) {
            Set<UUID> next = Set.copyOf(absorbed.values());
            Question<UUID> keep = keep(next);
            Map<UUID, UUID> survivors =
                    standing(connection, next, RoundTrip.ask(connection, keep).to(keep));
            absorbed.forEach((id, survivor) -> standing.put(id, survivors.get(survivor)));
        }
        return standing;
    }

    private static Map<UUID, UUID> survivorsOf(Connection connection, Set<UUID> others) throws SQLException {
        Question<Absorbed> question = new Question<>(
                idsAs(SURVIVORS, others),
                row -> new Absorbed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        Map<UUID, UUID> survivors = new HashMap<>();
        RoundTrip.ask(connection, question).to(question).forEach(each -> survivors.put(each.id(), each.survivor()));
        return survivors;
    }

    private static Question<UUID> keep(Collection<UUID> ids) {
        return new Question<>(idsAs(KEEP, ids), row -> row.getObject(1, UUID.class));
    }

    private static Rows<UUID> idsAs(String sql, Collection<UUID> ids) {
        return new Rows<>(sql, ids, columns -> columns.set("uuid", id -> id));
    }
}
