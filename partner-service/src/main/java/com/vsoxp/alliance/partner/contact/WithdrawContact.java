package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.idempotency.ForgetAnswers;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Lets a person no longer act for a partner, and forgets them. */
@UseCase
public class WithdrawContact {

    private final ForgetAnswers forgetAnswers;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    WithdrawContact(ForgetAnswers forgetAnswers, Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.forgetAnswers = forgetAnswers;
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Withdraws a contact and erases everything about the person, answers kept for retries included.
     *
     * @param precondition looks at the contact as it is, locked, and throws if the caller must not withdraw that
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown contact
     */
    @Transactional
    public void withdraw(UUID partnerId, UUID contactId, Consumer<Contact> precondition) {
        UUID owner = Partner.lock(partnerId).id;
        Contact contact = Contact.require(owner, contactId);
        precondition.accept(contact);
        erase(contact);
        Contact.leftBehind(owner, contact.emailDigest).forEach(this::erase);
        outbox.append(ContactEvents.withdrawn(contact, programDay.today()));
        audit.note(owner, "CONTACT_WITHDRAWN", contactId, Map.of());
    }

    private void erase(Contact contact) {
        contact.delete();
        forgetAnswers.about("contacts", contact.id);
    }
}
