package com.vsoxp.alliance.partner.person;

import com.vsoxp.alliance.partner.contact.Contact;
import com.vsoxp.alliance.partner.evidence.consultant.Consultant;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything this service holds about a person. */
@Schema(description = "Everything that is held about a person.")
record PersonalData(
        @NotNull
        @Schema(description = "What the audit calls this export.", examples = "019abf10-0000-7000-8000-00000000aa01")
        UUID id,

        @NotNull @Schema(examples = "2026-03-02T10:15:01Z") Instant exportedAt,

        @NotNull @Schema(description = "What the person may do in partners' names.")
        List<HeldContact> contacts,

        @NotNull @Schema(description = "The staffs that the person is or was on.")
        List<HeldConsultant> consultants,

        @NotNull
        @Schema(
                description =
                        "Places on staffs that a person holds who was erased: no name and no address, but a mark that "
                                + "keeps the same person from being counted twice, until the departure or the expiry.")
        List<HeldMark> marks) {

    @Schema(description = "A place on a staff, held by a person who was erased.")
    record HeldMark(
            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f003")
            UUID consultantId,

            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
            UUID partnerId,

            @Schema(
                    description = "When the mark is dropped if nobody leaves before; null for never.",
                    examples = "2028-01-20")
            LocalDate until) {}

    @Schema(description = "A person whom a partner lets act for it.")
    record HeldContact(
            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000c001")
            UUID id,

            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
            UUID partnerId,

            @NotNull @Schema(examples = "Kim Ito") String name,

            @NotNull @Schema(examples = "kim@northwind.example")
            String email,

            @Schema(examples = "+49 89 7654321") String phone,
            @NotNull @Schema(examples = "[\"SUPPORT\"]") List<String> scopes,
            @NotNull @Schema(examples = "2026-02-11") LocalDate authorizedOn) {}

    @Schema(description = "A trained person on a partner's staff.")
    record HeldConsultant(
            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f003")
            UUID id,

            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
            UUID partnerId,

            @NotNull @Schema(examples = "Jo Weber") String name,

            @NotNull @Schema(examples = "jo@northwind.example")
            String email,

            @NotNull @Schema(examples = "VSO-XP Implementation")
            String course,

            @NotNull @Schema(examples = "2026-01-20") LocalDate certifiedOn,
            @Schema(examples = "2028-01-20") LocalDate expiresOn,

            @Schema(description = "Null while the person is on this staff.")
            LocalDate leftOn,

            @NotNull @Schema(examples = "2026-01-21T08:00:00Z")
            Instant recordedAt) {}

    static PersonalData of(
            UUID id, Instant now, List<Contact> contacts, List<Consultant> consultants, List<Consultant> marked) {
        return new PersonalData(
                id,
                now,
                contacts.stream().map(PersonalData::held).toList(),
                consultants.stream().map(PersonalData::held).toList(),
                marked.stream()
                        .map(its -> new HeldMark(its.id, its.partnerId, its.expiresOn))
                        .toList());
    }

    /** Whose records tell of the person. */
    SortedSet<UUID> partners() {
        return Stream.of(
                        contacts.stream().map(HeldContact::partnerId),
                        consultants.stream().map(HeldConsultant::partnerId),
                        marks.stream().map(HeldMark::partnerId))
                .flatMap(partners -> partners)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HeldContact held(Contact contact) {
        return new HeldContact(
                contact.id,
                contact.partnerId,
                contact.name,
                contact.email,
                contact.phone,
                contact.scopes,
                contact.authorizedOn);
    }

    private static HeldConsultant held(Consultant consultant) {
        return new HeldConsultant(
                consultant.id,
                consultant.partnerId,
                consultant.name,
                consultant.email,
                consultant.course,
                consultant.certifiedOn,
                consultant.expiresOn,
                consultant.leftOn,
                consultant.recordedAt);
    }
}
