package com.vsoxp.alliance.partner.person;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.contact.Contact;
import com.vsoxp.alliance.partner.contact.WithdrawContact;
import com.vsoxp.alliance.partner.evidence.consultant.Consultant;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.partner.privacy.PersonDigests;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.idempotency.ForgetAnswers;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Forgets a person: withdraws what they may do in partners' names, and takes name and address out of the staffs they are or
 * were on. Those entries stay and count as they did, since what a partner has achieved is about the partner; while one
 * holds a place on a staff, a mark keeps the person from being counted once more.
 */
@UseCase
class ErasePerson {

    private final EmailDigest digest;
    private final WithdrawContact withdrawContact;
    private final ForgetAnswers forgetAnswers;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    ErasePerson(
            EmailDigest digest,
            WithdrawContact withdrawContact,
            ForgetAnswers forgetAnswers,
            NoteInAudit audit,
            ProgramDay programDay,
            Clock clock) {
        this.digest = digest;
        this.withdrawContact = withdrawContact;
        this.forgetAnswers = forgetAnswers;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Erases everything that is held about the person with that e-mail address, in all partners' records.
     *
     * @param reason why; it stays in the audit, so it must not name the person
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 for a reason that names the person
     */
    @Transactional
    ErasureReport erase(String email, String reason) {
        PersonDigests person = digest.person(email);
        partnersOf(person.address()).forEach(Partner::lock);
        List<Contact> contacts = Contact.ofPerson(person.address());
        List<Consultant> consultants = Consultant.ofPerson(person);
        mustNotName(reason, email, contacts, consultants);
        UUID erasure = Ids.next();
        int answers = forgetAnswersAbout(contacts, consultants);
        noteWithPartners(erasure, reason, contacts, consultants);
        contacts.stream()
                .filter(contact -> !contact.isLeftBehind())
                .forEach(contact -> withdrawContact.withdraw(contact.partnerId, contact.id, known -> {}));
        Contact.delete("emailDigest", person.address());
        LocalDate today = programDay.today();
        consultants.forEach(consultant -> consultant.erasePerson(person, today));
        return new ErasureReport(erasure, clock.instant(), contacts.size(), consultants.size(), answers);
    }

    /** In the order of their ids, in which everybody locks who locks several. */
    private static List<UUID> partnersOf(String person) {
        return Partner.getEntityManager()
                .createQuery("""
                        select partnerId from Contact where emailDigest = :person
                        union select partnerId from Consultant where emailDigest = :person""", UUID.class)
                .setParameter("person", person)
                .getResultStream()
                .sorted()
                .toList();
    }

    private static void mustNotName(String reason, String email, List<Contact> contacts, List<Consultant> consultants) {
        String said = reason.toLowerCase(Locale.ROOT);
        boolean namesThePerson = Stream.of(
                        Stream.of(email.strip()),
                        contacts.stream().map(contact -> contact.name),
                        consultants.stream().map(consultant -> consultant.name))
                .flatMap(names -> names)
                .anyMatch(name -> said.contains(name.toLowerCase(Locale.ROOT)));
        if (namesThePerson) {
            throw Problems.rule("/reason", "NAMES_THE_PERSON", "stays in the audit, so it must not name the person.");
        }
    }

    private int forgetAnswersAbout(List<Contact> contacts, List<Consultant> consultants) {
        return contacts.stream()
                        .mapToInt(contact -> forgetAnswers.about("contacts", contact.id))
                        .sum()
                + consultants.stream()
                        .mapToInt(consultant -> forgetAnswers.about("consultants", consultant.id))
                        .sum();
    }

    private void noteWithPartners(UUID erasure, String reason, List<Contact> contacts, List<Consultant> consultants) {
        Stream.concat(
                        contacts.stream().map(contact -> contact.partnerId),
                        consultants.stream().map(consultant -> consultant.partnerId))
                .distinct()
                .forEach(partner -> audit.note(
                        partner,
                        "PERSON_ERASED",
                        erasure,
                        Map.of(
                                "reason",
                                reason,
                                "contacts",
                                contacts.stream()
                                        .filter(contact -> contact.partnerId.equals(partner))
                                        .map(contact -> contact.id)
                                        .toList(),
                                "consultants",
                                consultants.stream()
                                        .filter(consultant -> consultant.partnerId.equals(partner))
                                        .map(consultant -> consultant.id)
                                        .toList())));
    }
}
