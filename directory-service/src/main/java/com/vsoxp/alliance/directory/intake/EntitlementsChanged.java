package com.vsoxp.alliance.directory.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.directory.listing.Entitled;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The payload of {@code alliance.entitlements.changed}, as far as this service reads it. */
record EntitlementsChanged(String status, String tier, List<Entitlement> entitlements) {

    private static final String DIRECTORY_LISTING = "DIRECTORY_LISTING";

    record Entitlement(String code, JsonNode value, LocalDate since) {

        boolean listsThePartner() {
            return DIRECTORY_LISTING.equals(code)
                    && value != null
                    && value.asText().equals("INCLUDED");
        }
    }

    Entitled entitledSaidBy(ReceivedEvent event) {
        if (status == null || entitlements == null) {
            throw new PoisonEventException("the status or the entitlements are missing");
        }
        var listing = status.equals("ACTIVE")
                ? entitlements.stream().filter(Entitlement::listsThePartner).findFirst()
                : Optional.<Entitlement>empty();
        if (listing.isPresent() && tier == null) {
            throw new PoisonEventException("the tier of one that is entitled is missing");
        }
        Keepable.demand(status, tier);
        return new Entitled(
                PartnerMessages.partnerOf(event),
                event.sequence(),
                listing.isPresent(),
                status,
                tier,
                listing.map(Entitlement::since).orElse(null));
    }
}
