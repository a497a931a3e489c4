package com.vsoxp.alliance.benefits.support;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A person who may speak for a partner, known by id and by the digest of the e-mail address. */
@Entity
@Table(name = "authorized_contact")
public class AuthorizedContact extends PanacheEntityBase {

    /**
     * A contact of a partner: when records are merged, the same contact is known of two.
     *
     * @param id the contact's own
     */
    @Embeddable
    public record Key(UUID partnerId, UUID id) {}

    @EmbeddedId
    public Key key;

    /** The place, among the partner's facts, of the last fact about this contact. */
    public long sequence;

    /** Null once the authorization is withdrawn. */
    public String emailDigest;

    public List<String> scopes = List.of();

    public LocalDate authorizedOn;

    public LocalDate withdrawnOn;

    static List<AuthorizedContact> ofKeys(Collection<Key> keys) {
        return list("key in ?1", keys);
    }

    static List<AuthorizedContact> authorizedFor(UUID partnerId) {
        return authorizedFor(List.of(partnerId));
    }

    /** Who may speak for these partners now, in the order in which they were authorized. */
    public static List<AuthorizedContact> authorizedFor(Collection<UUID> partnerIds) {
        return list("key.partnerId in ?1 and withdrawnOn is null order by authorizedOn, key.id", partnerIds);
    }
}
