package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.audit.Changes;
import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes what is known of a partner. */
@UseCase
public class ChangePartner {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    ChangePartner(Outbox outbox, NoteInAudit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes a partner. Nothing happens, and nobody is told, if the edit changes nothing.
     *
     * @param precondition looks at the partner as it is, locked, and throws if the caller must not change that
     * @param edit makes the new profile of the one that is there
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 409 if another partner has
     *     one of its new external ids
     */
    @Transactional
    public Partner change(UUID id, Consumer<Partner> precondition, UnaryOperator<PartnerProfile> edit) {
        Partner partner = Partner.lock(id);
        precondition.accept(partner);
        PartnerProfile before = partner.profile;
        PartnerProfile after = edit.apply(before);
        if (!after.equals(before)) {
            ExternalId.replace(partner.id, before.externalIds(), after.externalIds());
            partner.profile = after;
            partner.updatedAt = clock.instant();
            partner.flush();
            outbox.append(PartnerEvents.updated(partner));
            audit.note(partner.id, "PARTNER_CHANGED", partner.id, Changes.between(before, after));
        }
        return partner;
    }
}
