package com.vsoxp.alliance.directory.publication;

import com.vsoxp.alliance.directory.tier.TierBook;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the world was last told under a slug: a listing, or that it is gone and why. */
@Entity
@Immutable
@Table(name = "publication")
public class Publication extends PanacheEntityBase {

    @Id
    public String slug;

    public UUID partnerId;

    /** Its place in the order of all changes. */
    public long position;

    /** Later, by a second of its own, than when it was told before, so that whole seconds tell two versions apart. */
    public Instant changedAt;

    /** Null while a listing is shown. */
    @Enumerated(EnumType.STRING)
    public Reason reason;

    public String tier;

    public String tierName;

    /** The listing as JSON; null while it is gone. */
    public String listing;

    static List<Publication> ofPartners(Collection<UUID> partners) {
        return list("partnerId in ?1", partners);
    }

    static Optional<Publication> shownUnder(String slug) {
        return find("slug = ?1 and listing is not null", slug).firstResultOptional();
    }

    /** Whether the tier is still called as it was when this was told; a moment passes before that is told anew. */
    boolean isOfToday(TierBook book) {
        return Objects.equals(tierName, book.nameOf(tier).orElse(null));
    }

    /** What was told after that position, in its order. */
    public static List<Publication> after(long position, int most) {
        return Publication.<Publication>find("position > ?1 order by position", position)
                .range(0, most - 1)
                .list();
    }
}
