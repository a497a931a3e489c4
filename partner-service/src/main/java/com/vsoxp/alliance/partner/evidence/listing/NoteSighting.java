package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.attestation.Attestation;
import com.vsoxp.alliance.partner.evidence.attestation.ListingWatch;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Takes what a look at a listing found into the records. A verified listing that is not found any more gathers strikes,
 * then has its grace, and then no longer counts. For a claim that nobody has verified it is a hint, and no more.
 */
@UseCase
public class NoteSighting {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ListingConfig config;
    private final ProgramDay programDay;
    private final Clock clock;

    NoteSighting(Outbox outbox, NoteInAudit audit, ListingConfig config, ProgramDay programDay, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Notes what was found.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner or claim
     */
    @Transactional
    public ListingProbe note(UUID partnerId, UUID attestationId, Sighting sighting) {
        Instant now = clock.instant();
        LocalDate today = programDay.today();
        UUID owner = Partner.lock(partnerId).id;
        Attestation attestation = Attestation.require(owner, attestationId);
        ListingWatch before = attestation.listing;
        ListingWatch after = before == null ? null : after(before, sighting, now);
        ListingProbe probe = ListingProbe.of(attestationId, sighting, after, now);
        probe.persist();
        ListingProbe.forgetAllBut(config.remembered(), attestationId);
        if (!attestation.countsOn(today)) {
            attestation.listing = null;
        } else if (after != null && !sighting.found() && after.isOverOn(today)) {
            lapse(attestation, sighting, today);
        } else {
            attestation.listing = after;
        }
        boolean isAsBefore = sighting.found() && (before == null || before.strikes() == 0);
        if (!isAsBefore) {
            audit.note(owner, "LISTING_PROBED", attestationId, Map.of("outcome", sighting.kind()));
        }
        return probe;
    }

    private ListingWatch after(ListingWatch before, Sighting sighting, Instant now) {
        return sighting.found()
                ? before.seen(now, config.rules())
                : before.missed(now, programDay.zone(), config.rules());
    }

    private void lapse(Attestation attestation, Sighting sighting, LocalDate today) {
        attestation.lapse("The listing was not found any more. " + sighting.reason());
        outbox.append(
                EvidenceEvents.withdrawn(attestation.partnerId, attestation.id, attestation.kind.evidence(), today));
        audit.note(attestation.partnerId, "ATTESTATION_LAPSED", attestation.id, Map.of("reason", attestation.reason));
    }
}
