package com.vsoxp.alliance.benefits.entitlement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.benefits.program.BenefitMatrix;
import com.vsoxp.alliance.benefits.program.PublishedProgram;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Derives what partners are entitled to from what their enrollments were said to be and from what the program offers,
 * and says so on {@code alliance.benefits} where something moved.
 *
 * <p>Takes any number of partners at once, at the cost of a few statements.
 */
@UseCase
public class GrantEntitlements {

    /** A fact about a partner: it exists, and perhaps its enrollment came into a new state. */
    public record Fact(UUID eventId, UUID partnerId, Optional<EnrollmentState> enrollment) {}

    @Inject
    Outbox outbox;

    @Inject
    ProgramsLock programsLock;

    @Inject
    Event<EntitlementsDerived> derived;

    @Inject
    EntityManager entityManager;

    @Inject
    Event<EntitlementsMoved> moves;

    /** Keeps the facts and brings the entitlements of their partners up to date; a fact already known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        programsLock.share();
        var partners = facts.stream().map(Fact::partnerId).collect(toSet());
        var holders = holdersOf(partners);
        var moved = facts.stream()
                .filter(fact -> fact.enrollment().isPresent())
                .map(Fact::partnerId)
                .collect(toSet());
        var known = moved.isEmpty() ? List.<EnrollmentRecord>of() : EnrollmentRecord.ofPartners(moved);
        derive(moved, holders, withNew(facts, known));
    }

    /** Brings the entitlements of known partners up to date with the facts kept of them. */
    void deriveAgain(Set<UUID> partners) {
        derive(partners, holdersOf(partners), EnrollmentRecord.ofPartners(partners));
    }

    private static Map<UUID, Holder> holdersOf(Collection<UUID> partners) {
        var holders = Holder.lock(partners).stream().collect(toMap(holder -> holder.partnerId, identity()));
        for (var partner : partners) {
            holders.computeIfAbsent(partner, unknown -> {
                var holder = Holder.of(unknown);
                holder.persist();
                return holder;
            });
        }
        return holders;
    }

    private static List<EnrollmentRecord> withNew(List<Fact> facts, List<EnrollmentRecord> known) {
        var all = new ArrayList<>(known);
        var places = known.stream().map(GrantEntitlements::placeOf).collect(toSet());
        for (var fact : facts) {
            fact.enrollment()
                    .map(state -> EnrollmentRecord.of(fact.eventId(), fact.partnerId(), state))
                    .filter(added -> places.add(placeOf(added)))
                    .ifPresent(added -> {
                        added.persist();
                        all.add(added);
                    });
        }
        return all;
    }

    private static List<Object> placeOf(EnrollmentRecord fact) {
        return List.of(fact.partnerId, fact.sequence);
    }

    private void derive(Set<UUID> partners, Map<UUID, Holder> holders, List<EnrollmentRecord> facts) {
        if (partners.isEmpty()) {
            return;
        }
        var programs = PublishedProgram.matricesOf(facts.stream()
                .map(fact -> fact.programVersion)
                .filter(Objects::nonNull)
                .collect(toSet()));
        var factsOf = facts.stream().collect(groupingBy(fact -> fact.partnerId));
        var keptOf = Entitlement.ofPartners(partners).stream().collect(groupingBy(kept -> kept.partnerId));
        var news = new ArrayList<NewEvent>();
        var movedSince = new HashMap<UUID, LocalDate>();
        for (var partner : partners) {
            derive(
                            holders.get(partner),
                            factsOf.getOrDefault(partner, List.of()),
                            keptOf.getOrDefault(partner, List.of()),
                            programs,
                            movedSince)
                    .ifPresent(changed -> news.add(new NewEvent(
                            EntitlementsChanged.TOPIC, EntitlementsChanged.TYPE, partner.toString(), changed)));
        }
        outbox.append(news);
        derived.fire(new EntitlementsDerived(partners));
        if (!movedSince.isEmpty()) {
            entityManager.flush();
            moves.fire(new EntitlementsMoved(movedSince));
        }
    }

    private static Optional<EntitlementsChanged> derive(
            Holder holder,
            List<EnrollmentRecord> facts,
            List<Entitlement> kept,
            Map<String, BenefitMatrix> programs,
            Map<UUID, LocalDate> movedSince) {
        var timeline = EntitlementTimeline.of(
                facts.stream().map(EnrollmentRecord::state).toList(), programs);
        dateFacts(facts, timeline.standings()).ifPresent(day -> movedSince.put(holder.partnerId, day));
        if (timeline.standings().isEmpty()) {
            return Optional.empty();
        }
        var standing = timeline.standings().getLast();
        var grants = timeline.grants();
        var openBefore =
                kept.stream().map(Entitlement::grant).filter(Grant::isOpen).collect(toSet());
        keep(holder.partnerId, grants, kept);
        var open = grants.stream().filter(Grant::isOpen).toList();
        if (holder.follows(standing) && openBefore.equals(new HashSet<>(open))) {
            return Optional.empty();
        }
        holder.follow(standing);
        return Optional.of(EntitlementsChanged.of(holder.partnerId, standing, open));
    }

    /** Says of each fact since when it governs, and answers the first day that is governed by another one than before. */
    private static Optional<LocalDate> dateFacts(List<EnrollmentRecord> facts, List<Standing> standings) {
        var days = standings.stream().collect(toMap(Standing::sequence, Standing::from));
        var moved = new TreeSet<LocalDate>();
        for (var fact : facts) {
            var day = days.get(fact.sequence);
            if (!Objects.equals(day, fact.effectiveOn)) {
                Stream.of(Optional.ofNullable(day), Optional.ofNullable(fact.effectiveOn))
                        .flatMap(Optional::stream)
                        .forEach(moved::add);
                fact.effectiveOn = day;
            }
        }
        return moved.stream().findFirst();
    }

    private static void keep(UUID partnerId, List<Grant> grants, List<Entitlement> kept) {
        var obsolete = new HashMap<List<Object>, Entitlement>();
        kept.forEach(entitlement -> obsolete.put(List.of(entitlement.code, entitlement.since), entitlement));
        for (var grant : grants) {
            var known = obsolete.remove(List.<Object>of(grant.code(), grant.since()));
            if (known == null) {
                Entitlement.of(partnerId, grant).persist();
            } else {
                known.become(grant);
            }
        }
        obsolete.values().forEach(Entitlement::delete);
    }
}
