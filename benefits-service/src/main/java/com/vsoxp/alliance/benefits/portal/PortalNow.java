package com.vsoxp.alliance.benefits.portal;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.entitlement.Entitlement;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import com.vsoxp.alliance.benefits.support.AuthorizedContact;
import com.vsoxp.alliance.benefits.support.PortalAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out who may enter for many partners at once. */
@ApplicationScoped
class PortalNow {

    private static final String BENEFIT = "SUPPORT_PORTAL";

    @Inject
    ObjectMapper mapper;

    /**
     * Who may enter for one partner.
     *
     * @param contacts as JSON
     * @param lookAgainOn the next day on which that may be otherwise though nothing is heard
     */
    record State(boolean open, String contacts, LocalDate lookAgainOn) {

        /** Whether it was told already. */
        boolean isIn(PortalEntry entry) {
            return entry.open == open && entry.contacts.equals(contacts);
        }
    }

    Map<UUID, State> of(Collection<UUID> partners, LocalDate today) {
        var periods = Entitlement.ofBenefit(partners, BENEFIT).stream().collect(groupingBy(held -> held.partnerId));
        var contacts = AuthorizedContact.authorizedFor(partners).stream()
                .collect(groupingBy(contact -> contact.key.partnerId()));
        var states = new HashMap<UUID, State>();
        for (var partner : partners) {
            var held = periods.getOrDefault(partner, List.of());
            var access = PortalAccess.of(partner, isOpen(held, today), contacts.getOrDefault(partner, List.of()));
            states.put(partner, new State(access.open(), json(access.contacts()), nextChange(held, today)));
        }
        return states;
    }

    private static boolean isOpen(List<Entitlement> periods, LocalDate today) {
        return periods.stream()
                .anyMatch(period -> period.value == Term.INCLUDED
                        && !period.since.isAfter(today)
                        && (period.until == null || period.until.isAfter(today)));
    }

    private static LocalDate nextChange(List<Entitlement> periods, LocalDate today) {
        return periods.stream()
                .flatMap(period -> Stream.of(period.since, period.until))
                .filter(day -> day != null && day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private String json(List<PortalAccess.Visitor> contacts) {
        try {
            return mapper.writeValueAsString(contacts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts cannot be written as JSON", e);
        }
    }
}
