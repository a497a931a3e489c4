package com.vsoxp.alliance.partner.partner;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.util.UUID;

/** What this service tells of partner records: always the whole record, so that nobody has to ask back. */
final class PartnerEvents {

    record Data(UUID partnerId, Snapshot partner) {}

    record Snapshot(@JsonUnwrapped PartnerProfile profile, Instant registeredAt) {}

    private PartnerEvents() {}

    static NewEvent registered(Partner partner) {
        return event("alliance.partner.registered", partner);
    }

    static NewEvent updated(Partner partner) {
        return event("alliance.partner.updated", partner);
    }

    private static NewEvent event(String type, Partner partner) {
        Data data = new Data(partner.id, new Snapshot(partner.profile, partner.registeredAt));
        return new NewEvent(AllianceTopics.PARTNERS, type, partner.id.toString(), data);
    }
}
