package com.vsoxp.alliance.benefits.portal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who may enter for one partner, as it was last told, and its place in the order of all changes. */
@Entity
@Table(name = "portal_access")
public class PortalEntry extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    /** Whether the partner is entitled to the portal. */
    public boolean open;

    /** The contacts that may enter, as JSON. */
    public String contacts = "[]";

    /** Its place; null as long as there was never anybody to let in. */
    public Long position;

    public Instant changedAt;

    /** The next day on which time alone may change it; null if there is none. */
    public LocalDate lookAgainOn;

    static PortalEntry of(UUID partnerId) {
        var entry = new PortalEntry();
        entry.partnerId = partnerId;
        return entry;
    }

    static List<PortalEntry> ofPartners(Collection<UUID> partnerIds) {
        return list("partnerId in ?1", partnerIds);
    }

    static List<UUID> dueOn(LocalDate today, int most) {
        return find("select partnerId from PortalEntry where lookAgainOn <= ?1 order by lookAgainOn, partnerId", today)
                .project(UUID.class)
                .range(0, most - 1)
                .list();
    }

    static List<PortalEntry> changedAfter(long position, int most) {
        return PortalEntry.<PortalEntry>find("position > ?1 order by position", position)
                .range(0, most - 1)
                .list();
    }
}
