package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Takes a company into the records. */
@UseCase
public class RegisterPartner {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    RegisterPartner(Outbox outbox, NoteInAudit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
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
        Partner partner = Partner.register(id, profile, clock.instant());
        partner.persistAndFlush();
        ExternalId.replace(id, Map.of(), profile.externalIds());
        outbox.append(PartnerEvents.registered(partner));
        audit.note(id, "PARTNER_REGISTERED", id, Map.of("profile", profile));
        return partner;
    }
}
