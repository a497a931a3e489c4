package com.vsoxp.alliance.benefits.portal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.benefits.entitlement.EntitlementsDerived;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes down whose access to the portal changed, in one order of all changes.
 *
 * <p>Places are given out under a lock that is held to the commit, so the order of places is the order of commits: who has
 * read up to a place has missed none before it.
 */
@UseCase
public class RecordPortalAccess {

    private static final int LOCK = 20_040_105;
    private static final int PARTNERS_AT_ONCE = 500;

    @Inject
    PortalNow portalNow;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    ProgramDay programDay;

    @Transactional(Transactional.TxType.MANDATORY)
    void followEntitlements(@Observes EntitlementsDerived derived) {
        follow(derived.partners());
    }

    /** Writes down what changed for these partners, of whom something was heard. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Set<UUID> partners) {
        if (!partners.isEmpty()) {
            record(partners, programDay.today());
        }
    }

    /**
     * Writes down what changed by time alone, for some of the partners for whom something was to change.
     *
     * @return whether there may be more of them
     */
    @Transactional
    public boolean catchUp() {
        takeTurn();
        var today = programDay.today();
        var due = PortalEntry.dueOn(today, PARTNERS_AT_ONCE);
        if (!due.isEmpty()) {
            record(due, today);
        }
        return due.size() == PARTNERS_AT_ONCE;
    }

    private void record(Collection<UUID> partners, LocalDate today) {
        var states = portalNow.of(partners, today);
        if (isTold(states)) {
            return;
        }
        takeTurn();
        var entries = PortalEntry.ofPartners(partners).stream().collect(toMap(entry -> entry.partnerId, identity()));
        var changed = new ArrayList<PortalEntry>();
        for (var partner : new TreeSet<>(partners)) {
            var state = states.get(partner);
            var entry = entries.computeIfAbsent(partner, RecordPortalAccess::appear);
            entry.lookAgainOn = state.lookAgainOn();
            if (!state.isIn(entry)) {
                entry.open = state.open();
                entry.contacts = state.contacts();
                entry.changedAt = clock.instant();
                changed.add(entry);
            }
        }
        giveNextPlacesTo(changed);
        database.flush();
    }

    /** Most news changes nobody's access: the turn is not taken for it. Reads columns, so that no row is kept from before the turn. */
    private boolean isTold(Map<UUID, PortalNow.State> states) {
        var told = database.createQuery(
                        "select partnerId, open, contacts, lookAgainOn from PortalEntry where partnerId in ?1",
                        Object[].class)
                .setParameter(1, states.keySet())
                .getResultStream()
                .collect(toMap(
                        row -> (UUID) row[0],
                        row -> new PortalNow.State((Boolean) row[1], (String) row[2], (LocalDate) row[3])));
        return told.equals(states);
    }

    private static PortalEntry appear(UUID partnerId) {
        var entry = PortalEntry.of(partnerId);
        entry.persist();
        return entry;
    }

    private void takeTurn() {
        database.createNativeQuery("select count(*) from pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    private void giveNextPlacesTo(List<PortalEntry> changed) {
        var places = database.createNativeQuery(
                        "select nextval('portal_access_position') from generate_series(1, ?1)", Long.class)
                .setParameter(1, changed.size())
                .getResultList();
        for (int i = 0; i < changed.size(); i++) {
            changed.get(i).position = (Long) places.get(i);
        }
    }
}
