package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A person whom a partner lets act for it. The row goes when the authorization does: nothing of the person is kept.
 */
@Entity
@Table(name = "contact")
public class Contact extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    public String name;

    public String email;

    /** What stands for the person outside of this service. */
    public String emailDigest;

    public String phone;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> scopes;

    public LocalDate authorizedOn;

    @Version
    public long version;

    static Contact of(UUID partnerId, ContactRequest request, String emailDigest, LocalDate today) {
        Contact contact = new Contact();
        contact.id = Ids.next();
        contact.partnerId = partnerId;
        contact.name = request.name();
        contact.email = request.email();
        contact.emailDigest = emailDigest;
        contact.phone = request.phone();
        contact.scopes = request.scopes().stream().map(ContactScope::name).toList();
        contact.authorizedOn = today;
        return contact;
    }

    /** Whether the partner has a contact with that address already. */
    static boolean isKnown(UUID partnerId, String emailDigest) {
        return count("partnerId = ?1 and emailDigest = ?2", partnerId, emailDigest) > 0;
    }

    /** What a person is to all partners, by the digest of the address. */
    public static List<Contact> ofPerson(String emailDigest) {
        return list("emailDigest = ?1 order by id", emailDigest);
    }

    /** What records that were merged into the partner's have kept of the person: the partner had the contact itself. */
    static List<Contact> leftBehind(UUID partnerId, String emailDigest) {
        return list(
                "emailDigest = ?1 and partnerId in (select id from Partner where mergedInto = ?2)",
                emailDigest,
                partnerId);
    }

    /** Whether it was left behind in a record that is part of another one: nobody acts by it. */
    public boolean isLeftBehind() {
        return !Partner.idNow(partnerId).equals(partnerId);
    }

    /** That contact of that partner, or 404. */
    static Contact require(UUID partnerId, UUID id) {
        return Contact.<Contact>find("partnerId = ?1 and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("contact", id));
    }

    /** One page of what the partner has of these, in the order they were made. */
    static Page<Contact> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                Contact.<Contact>find("partnerId = ?1 and id > ?2 order by id", partnerId, request.afterId()),
                request,
                contact -> contact.id);
    }
}
