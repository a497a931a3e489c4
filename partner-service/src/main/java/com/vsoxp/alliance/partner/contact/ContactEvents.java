package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service tells of contacts: a digest to recognize them by, and nothing of the person. */
final class ContactEvents {

    record Authorized(UUID partnerId, AuthorizedContact contact) {}

    record AuthorizedContact(UUID id, String emailDigest, List<String> scopes, LocalDate authorizedOn) {}

    record Withdrawn(UUID partnerId, WithdrawnContact contact) {}

    record WithdrawnContact(UUID id, LocalDate withdrawnOn) {}

    private ContactEvents() {}

    static NewEvent authorized(Contact contact) {
        AuthorizedContact told =
                new AuthorizedContact(contact.id, contact.emailDigest, contact.scopes, contact.authorizedOn);
        return event("alliance.contact.authorized", contact.partnerId, new Authorized(contact.partnerId, told));
    }

    static NewEvent withdrawn(Contact contact, LocalDate on) {
        return withdrawn(contact.partnerId, contact.id, on);
    }

    /** Nobody acts for that partner by it from that day on. */
    static NewEvent withdrawn(UUID partnerId, UUID contactId, LocalDate on) {
        WithdrawnContact told = new WithdrawnContact(contactId, on);
        return event("alliance.contact.withdrawn", partnerId, new Withdrawn(partnerId, told));
    }

    private static NewEvent event(String type, UUID partnerId, Object data) {
        return new NewEvent(AllianceTopics.PARTNERS, type, partnerId.toString(), data);
    }
}
