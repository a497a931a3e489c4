package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.privacy.PersonDigests;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A trained person on a partner's staff. Counts from the day of certification until that expires or the person leaves. */
@Entity
@Table(name = "consultant")
public class Consultant extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    /** Null once the person was erased. */
    public String name;

    /** Null once the person was erased. */
    public String email;

    /**
     * Tells the person from others without the address. Of one who was erased it is a {@link PersonDigests#erased mark} that
     * nothing else is known by, and null as soon as the entry no longer holds a place on the staff.
     */
    public String emailDigest;

    public String course;

    public LocalDate certifiedOn;

    /** The day from which the certification is no longer good; null for never. */
    public LocalDate expiresOn;

    /** The day from which the person is no longer on this staff; null while they are. */
    public LocalDate leftOn;

    public Instant recordedAt;

    @Version
    public long version;

    /**
     * The entry that holds that person's one place on a staff, on whichever partner's it is. Whoever else asks about the
     * same person waits until this transaction has ended.
     */
    static Optional<Consultant> onAnyStaff(PersonDigests person) {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtextextended(:person, 0))")
                .setParameter("person", person.address())
                .getSingleResult();
        return find("emailDigest in (?1, ?2) and leftOn is null", person.address(), person.erased())
                .firstResultOptional();
    }

    /** What a person is or was on all partners' staffs, by the digest of the address. */
    public static List<Consultant> ofPerson(PersonDigests person) {
        return list("emailDigest = ?1 order by id", person.address());
    }

    /** What the person is on a staff since having been erased: who it is, the entry does not say. */
    public static List<Consultant> markedAs(PersonDigests person) {
        return list("emailDigest = ?1 order by id", person.erased());
    }

    /** That consultant of that partner, or 404. */
    static Consultant require(UUID partnerId, UUID id) {
        return Consultant.<Consultant>find("partnerId = ?1 and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("consultant", id));
    }

    /** One page of what the partner has of these, in the order they were made. */
    static Page<Consultant> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                Consultant.<Consultant>find("partnerId = ?1 and id > ?2 order by id", partnerId, request.afterId()),
                request,
                consultant -> consultant.id);
    }

    /**
     * Forgets who it is. The entry stays, with its days, and counts as it did. As long as it holds a place on the staff it
     * keeps the mark, so that the person is not counted again beside it.
     */
    public void erasePerson(PersonDigests person, LocalDate today) {
        name = null;
        email = null;
        emailDigest = leftOn == null && !hasExpired(today) ? person.erased() : null;
    }

    /** Ends its place on the staff. */
    void leave(LocalDate day) {
        leftOn = day;
        if (isErased()) {
            emailDigest = null;
        }
    }

    /** Whether it is forgotten who it is. */
    boolean isErased() {
        return email == null;
    }

    /** Whether the certification is no longer good on that day. */
    boolean hasExpired(LocalDate today) {
        return expiresOn != null && !expiresOn.isAfter(today);
    }

    /** The first day on which the person no longer counts here; null for one who counts on. */
    LocalDate countsUntil() {
        if (leftOn == null || expiresOn == null) {
            return leftOn == null ? expiresOn : leftOn;
        }
        return leftOn.isBefore(expiresOn) ? leftOn : expiresOn;
    }
}
