package com.vsoxp.alliance.partner.contact;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as callers see it. */
@Schema(name = "Contact", description = "A person whom a partner lets act for it.")
record ContactView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000c001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "Kim Ito") String name,
        @NotNull @Schema(examples = "kim@northwind.example") String email,
        @Schema(examples = "+49 89 7654321") String phone,
        @NotNull @Schema(examples = "[\"SUPPORT\"]") List<ContactScope> scopes,
        @NotNull @Schema(examples = "2026-02-11") LocalDate authorizedOn) {

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id,
                contact.partnerId,
                contact.name,
                contact.email,
                contact.phone,
                contact.scopes.stream().map(ContactScope::valueOf).toList(),
                contact.authorizedOn);
    }
}
