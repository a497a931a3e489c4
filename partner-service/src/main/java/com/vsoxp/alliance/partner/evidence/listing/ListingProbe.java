package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.partner.evidence.attestation.ListingWatch;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One look at the page of a listing, and where it left the listing. */
@Entity
@Table(name = "listing_probe")
public class ListingProbe extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID attestationId;

    public Instant checkedAt;

    @Enumerated(EnumType.STRING)
    public Sighting.Kind outcome;

    public Integer httpStatus;

    public String finalUrl;

    public String reason;

    public int strikes;

    public LocalDate lapsesOn;

    /** @param watch where the look left the listing; null of one that does not count, and so cannot lapse */
    static ListingProbe of(UUID attestationId, Sighting sighting, ListingWatch watch, Instant now) {
        ListingProbe probe = new ListingProbe();
        probe.id = Ids.next();
        probe.attestationId = attestationId;
        probe.checkedAt = now;
        probe.outcome = sighting.kind();
        probe.httpStatus = sighting.httpStatus();
        probe.finalUrl =
                sighting.finalUrl() == null ? null : sighting.finalUrl().toString();
        probe.reason = sighting.reason();
        probe.strikes = watch == null ? 0 : watch.strikes();
        probe.lapsesOn = watch == null ? null : watch.lapsesOn();
        return probe;
    }

    /** The latest look, if it was after that instant. */
    static Optional<ListingProbe> latestSince(UUID attestationId, Instant since) {
        return ListingProbe.<ListingProbe>find("attestationId = ?1 order by id desc", attestationId)
                .firstResultOptional()
                .filter(probe -> probe.checkedAt.isAfter(since));
    }

    /** One page of all looks, the latest first. */
    static Page<ListingProbe> pageOf(UUID attestationId, PageRequest request) {
        return Page.byId(
                ListingProbe.<ListingProbe>find(
                        "attestationId = ?1 and id < ?2 order by id desc", attestationId, request.beforeId()),
                request,
                probe -> probe.id);
    }

    /** Forgets all but the latest of one listing. */
    static void forgetAllBut(int latest, UUID attestationId) {
        getEntityManager()
                .createNativeQuery("""
                        delete from listing_probe where attestation_id = :attestation and id <= (
                            select id from listing_probe where attestation_id = :attestation
                            order by id desc offset :latest limit 1)""")
                .setParameter("attestation", attestationId)
                .setParameter("latest", latest)
                .executeUpdate();
    }
}
