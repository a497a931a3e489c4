package com.vsoxp.alliance.benefits.support;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A person who may speak for a partner, known by id and by the digest of the e-mail address. */
@Entity
@Table(name = "authorized_contact")
public class AuthorizedContact extends PanacheEntityBase {

    static final String SUPPORT = "SUPPORT";

    @Id
    public UUID id;

    public UUID partnerId;

    /** The place, among the partner's facts, of the last fact about this contact. */
    public long sequence;

    /** Null once the authorization is withdrawn. */
    public String emailDigest;

    public List<String> scopes = List.of();

    public LocalDate authorizedOn;

    public LocalDate withdrawnOn;

    static List<AuthorizedContact> ofIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** Whether somebody with this address may speak for the partner now, in the matter of support. */
    static boolean mayAskForSupport(UUID partnerId, String emailDigest) {
        return AuthorizedContact.<AuthorizedContact>stream(
                        "partnerId = ?1 and emailDigest = ?2 and withdrawnOn is null", partnerId, emailDigest)
                .anyMatch(contact -> contact.scopes.contains(SUPPORT));
    }

    static List<AuthorizedContact> authorizedFor(UUID partnerId) {
        return list("partnerId = ?1 and withdrawnOn is null order by authorizedOn, id", partnerId);
    }
}
