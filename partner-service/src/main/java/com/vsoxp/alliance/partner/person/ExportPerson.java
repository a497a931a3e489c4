package com.vsoxp.alliance.partner.person;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.contact.Contact;
import com.vsoxp.alliance.partner.evidence.consultant.Consultant;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.partner.privacy.PersonDigests;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Tells everything that is held about a person, and notes with every partner concerned that it was told. */
@UseCase
class ExportPerson {

    private final EmailDigest digest;
    private final NoteInAudit audit;
    private final Clock clock;

    ExportPerson(EmailDigest digest, NoteInAudit audit, Clock clock) {
        this.digest = digest;
        this.audit = audit;
        this.clock = clock;
    }

    /** Finds the person by the e-mail address, in whatever case and with whatever blanks around it. */
    @Transactional
    PersonalData export(String email) {
        PersonDigests person = digest.person(email);
        PersonalData found = PersonalData.of(
                Ids.next(),
                clock.instant(),
                Contact.ofPerson(person.address()),
                Consultant.ofPerson(person),
                Consultant.markedAs(person));
        found.partners().forEach(partner -> audit.note(partner, "PERSON_EXPORTED", found.id(), Map.of()));
        return found;
    }
}
