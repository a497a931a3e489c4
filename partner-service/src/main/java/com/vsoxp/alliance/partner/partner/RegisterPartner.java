package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.audit.AuditNote;
import com.vsoxp.alliance.partner.audit.CurrentActor;
import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes companies into the records. */
@UseCase
public class RegisterPartner {

    private final StoreNewPartners storeNewPartners;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final CurrentActor actor;
    private final Clock clock;

    RegisterPartner(
            StoreNewPartners storeNewPartners, Outbox outbox, NoteInAudit audit, CurrentActor actor, Clock clock) {
        this.storeNewPartners = storeNewPartners;
        this.outbox = outbox;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Registers a partner.
     *
     * @param id a fresh one
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of its external ids
     */
    @Transactional
    public Partner register(UUID id, PartnerProfile profile) {
        return register(Map.of(id, profile)).getFirst();
    }

    /** As {@link #register(UUID, PartnerProfile)}, many in one transaction, in the order of the map. */
    @Transactional
    public List<Partner> register(Map<UUID, PartnerProfile> profiles) {
        Instant now = clock.instant();
        List<Partner> partners = profiles.entrySet().stream()
                .map(each -> Partner.register(each.getKey(), each.getValue(), now))
                .toList();
        storeNewPartners.store(partners);
        outbox.append(partners.stream().map(PartnerEvents::registered).toList());
        audit.note(partners.stream().map(this::registered).toList());
        return partners;
    }

    private AuditNote registered(Partner partner) {
        return new AuditNote(
                partner.id,
                "PARTNER_REGISTERED",
                partner.id,
                Map.of("profile", partner.profile),
                actor.about(partner.id));
    }
}
