package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Contacts go with the partner's record, save those of people whom the survivor has authorized itself. */
@ApplicationScoped
public class MovingContacts implements Belongings {

    @Override
    public String table() {
        return "contact";
    }

    @Override
    public String stays() {
        return "exists (select from contact its where its.partner_id = :to and its.email_digest = item.email_digest)";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return contacts(ids).map(ContactEvents::authorized).toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return contacts(ids)
                .map(contact -> ContactEvents.withdrawn(loser, contact.id, contact.authorizedOn))
                .toList();
    }

    private static Stream<Contact> contacts(List<UUID> ids) {
        return Contact.<Contact>list("id in ?1 order by id", ids).stream();
    }
}
