package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Lets a person act for a partner. */
@UseCase
public class AuthorizeContact {

    private final EmailDigest digest;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    AuthorizeContact(EmailDigest digest, Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.digest = digest;
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Authorizes a contact.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 409 if the partner has a
     *     contact of that address
     */
    @Transactional
    public Contact authorize(UUID partnerId, ContactRequest request) {
        UUID owner = Partner.lock(partnerId).id;
        String emailDigest = digest.of(request.email());
        if (Contact.isKnown(owner, emailDigest)) {
            throw Problems.conflict("CONTACT_KNOWN", "The partner has a contact with that e-mail address.");
        }
        Contact contact = Contact.of(owner, request, emailDigest, programDay.today());
        contact.persist();
        outbox.append(ContactEvents.authorized(contact));
        audit.note(owner, "CONTACT_AUTHORIZED", contact.id, Map.of("scopes", contact.scopes));
        return contact;
    }
}
