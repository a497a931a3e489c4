package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A partner's claim about itself, and what a program manager found. Only a verified one counts. */
@Entity
@Table(name = "attestation")
public class Attestation extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    @Enumerated(EnumType.STRING)
    public AttestationKind kind;

    public String evidenceUrl;

    public String statement;

    @Enumerated(EnumType.STRING)
    public AttestationStatus status;

    public Instant submittedAt;

    /** The day from which it has counted without a break; null unless it is verified. */
    public LocalDate verifiedOn;

    /** The day from which it no longer counts; null for no end. */
    public LocalDate validUntil;

    public Instant decidedAt;

    public String reason;

    /** How a listing holds up; null unless it is a verified one with a page to look at. */
    @Embedded
    @AttributeOverride(name = "strikes", column = @Column(name = "listing_strikes"))
    @AttributeOverride(name = "struckOn", column = @Column(name = "listing_struck_on"))
    @AttributeOverride(name = "lapsesOn", column = @Column(name = "listing_lapses_on"))
    @AttributeOverride(name = "nextProbeAt", column = @Column(name = "listing_next_probe"))
    public ListingWatch listing;

    @Version
    public long version;

    static Attestation of(UUID partnerId, AttestationKind kind, String evidenceUrl, String statement, Instant now) {
        Attestation attestation = new Attestation();
        attestation.id = Ids.next();
        attestation.partnerId = partnerId;
        attestation.kind = kind;
        attestation.evidenceUrl = evidenceUrl;
        attestation.statement = statement;
        attestation.status = AttestationStatus.SUBMITTED;
        attestation.submittedAt = now;
        return attestation;
    }

    /** That attestation of that partner, or 404. */
    public static Attestation require(UUID partnerId, UUID id) {
        return Attestation.<Attestation>find("partnerId = ?1 and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("attestation", id));
    }

    /** One page of what the partner has of these, in the order they were made. */
    static Page<Attestation> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                Attestation.<Attestation>find("partnerId = ?1 and id > ?2 order by id", partnerId, request.afterId()),
                request,
                attestation -> attestation.id);
    }

    /** Lets it count from today, or on without a break if it counts already. */
    void verify(LocalDate until, LocalDate today, Instant now) {
        verifiedOn = countsOn(today) ? verifiedOn : today;
        validUntil = until;
        status = AttestationStatus.VERIFIED;
        boolean hasPage = kind == AttestationKind.WEBSITE_LISTING && evidenceUrl != null;
        listing = hasPage ? ListingWatch.from(now) : null;
    }

    /** Lets it no longer count, since somebody found against it. */
    void reject() {
        end(AttestationStatus.REJECTED);
    }

    /** Lets it no longer count, since what it claims is no longer to be seen. */
    public void lapse(String why) {
        end(AttestationStatus.LAPSED);
        reason = why;
    }

    private void end(AttestationStatus how) {
        verifiedOn = null;
        validUntil = null;
        listing = null;
        status = how;
    }

    /** Whether it is verified, and still valid on that day. */
    public boolean countsOn(LocalDate day) {
        return status == AttestationStatus.VERIFIED && (validUntil == null || day.isBefore(validUntil));
    }
}
