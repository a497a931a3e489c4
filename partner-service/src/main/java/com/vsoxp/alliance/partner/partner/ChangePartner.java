package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.audit.AuditNote;
import com.vsoxp.alliance.partner.audit.Changes;
import com.vsoxp.alliance.partner.audit.CurrentActor;
import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes what is known of partners. */
@UseCase
public class ChangePartner {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final CurrentActor actor;
    private final Clock clock;

    ChangePartner(Outbox outbox, NoteInAudit audit, CurrentActor actor, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.actor = actor;
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
        change(Map.of(partner, edit.apply(partner.profile)));
        return partner;
    }

    /**
     * Gives partners that the caller's transaction has locked these profiles. Nothing happens to those that have them.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of their new external ids
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(Map<Partner, PartnerProfile> profiles) {
        List<NewEvent> events = new ArrayList<>();
        List<AuditNote> notes = new ArrayList<>();
        profiles.forEach((partner, after) -> {
            PartnerProfile before = partner.profile;
            if (!after.equals(before)) {
                ExternalId.replace(partner.id, before.externalIds(), after.externalIds());
                partner.profile = after;
                partner.updatedAt = clock.instant();
                events.add(PartnerEvents.updated(partner));
                notes.add(changed(partner.id, before, after));
            }
        });
        Partner.flush();
        outbox.append(events);
        audit.note(notes);
    }

    private AuditNote changed(UUID id, PartnerProfile before, PartnerProfile after) {
        return new AuditNote(id, "PARTNER_CHANGED", id, Changes.between(before, after), actor.about(id));
    }
}
