package com.vsoxp.alliance.benefits.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may enter the help and support portal for a partner. */
@Schema(description = "Who may enter the help and support portal for a partner.")
public record PortalAccess(
        UUID partnerId,

        @Schema(description = "Whether the partner is entitled to the portal today")
        boolean open,

        @Schema(description = "The partner's authorized contacts, by id; empty while the portal is not open to it")
        List<Visitor> contacts) {

    /** An authorized contact. */
    public record Visitor(UUID contactId, List<String> scopes, LocalDate authorizedOn) {}

    /** @param contacts all that the partner has authorized */
    public static PortalAccess of(UUID partnerId, boolean open, List<AuthorizedContact> contacts) {
        return new PortalAccess(
                partnerId,
                open,
                open
                        ? contacts.stream()
                                .map(contact -> new Visitor(contact.key.id(), contact.scopes, contact.authorizedOn))
                                .toList()
                        : List.of());
    }
}
