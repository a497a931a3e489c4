package com.vsoxp.alliance.directory.story;

import com.vsoxp.alliance.directory.listing.Listing;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a partner's customer tells of its success; public while it is not retracted and its partner is listed. */
@Entity
@Table(name = "success_story")
public class SuccessStory extends PanacheEntityBase {

    /**
     * A story of a partner: when records are merged, the same story is known of two, and public of one.
     *
     * @param id the story's own
     */
    @Embeddable
    public record Key(UUID partnerId, UUID id) {}

    @EmbeddedId
    public Key key;

    /** The place, among the partner's facts, of the last fact about this story. */
    public long sequence;

    public String title;

    public String customer;

    public String summary;

    public String body;

    public String url;

    public LocalDate publishedOn;

    public LocalDate retractedOn;

    /** A public story with the listing it belongs to. */
    record WithListing(SuccessStory story, Listing listing) {}

    static List<SuccessStory> ofKeys(Collection<Key> keys) {
        return list("key in ?1", keys);
    }

    /** Newest first; {@code afterDay} and {@code afterId} are those of the last one already read, or both null. */
    static List<WithListing> newest(Optional<UUID> partnerId, LocalDate afterDay, UUID afterId, int limit) {
        var text = new StringBuilder("select s, l from SuccessStory s join Listing l on l.partnerId = s.key.partnerId"
                + " where s.retractedOn is null and l.listed");
        var parameters = new HashMap<String, Object>();
        partnerId.ifPresent(id -> {
            text.append(" and s.key.partnerId = :partnerId");
            parameters.put("partnerId", id);
        });
        if (afterDay != null) {
            text.append(" and s.publishedOn <= :day and (s.publishedOn < :day or s.key.id < :id)");
            parameters.putAll(Map.of("day", afterDay, "id", afterId));
        }
        var query = getEntityManager()
                .createQuery(
                        text.append(" order by s.publishedOn desc, s.key.id desc")
                                .toString(),
                        Object[].class)
                .setMaxResults(limit);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new WithListing((SuccessStory) row[0], (Listing) row[1]))
                .toList();
    }
}
