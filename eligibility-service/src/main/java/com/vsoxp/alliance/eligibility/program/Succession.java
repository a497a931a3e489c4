package com.vsoxp.alliance.eligibility.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The published versions of the program, and which of them a partner stands under on a day. A partner begins under the version
 * in force, and moves over to a later one by that version's own rule; of several that it could move to, to the last.
 *
 * @param versions at least one, in the order in which they come into force
 */
public record Succession(List<Program> versions) {

    public Succession {
        versions = List.copyOf(versions);
    }

    /** The version that a partner begins under on this day; before the first one is in force, that one. */
    public Program inForce(LocalDate day) {
        return latest(version -> !version.effectiveFrom().isAfter(day));
    }

    /** The latest of those whose first day has come in their own time zone. */
    public Program inForce(Instant now) {
        return latest(version -> !version.effectiveFrom().isAfter(version.dayOf(now)));
    }

    /** The codes of the tiers that a partner may hold under one of them. */
    public Set<String> tiers() {
        return versions.stream()
                .flatMap(version -> version.tiers().stream())
                .map(Tier::code)
                .collect(Collectors.toSet());
    }

    /** The version of this name. */
    public Program version(String name) {
        for (Program version : versions) {
            if (version.version().equals(name)) {
                return version;
            }
        }
        throw new IllegalStateException("There is no version " + name);
    }

    /**
     * The version that a partner stands under on a day that stood under this one before.
     *
     * @param termEndsOn the last day of the yearly term; null if it is in none
     */
    public Program after(Program before, LocalDate day, LocalDate termEndsOn) {
        Program under = before;
        for (Program version : laterThan(before)) {
            under = switchDay(version, termEndsOn).isAfter(day) ? under : version;
        }
        return under;
    }

    /** The first day on which a partner that stands under this version moves over to another one; empty for never. */
    public Optional<LocalDate> nextSwitch(Program under, LocalDate termEndsOn) {
        LocalDate next = null;
        for (Program version : laterThan(under)) {
            LocalDate day = switchDay(version, termEndsOn);
            next = next == null || day.isBefore(next) ? day : next;
        }
        return Optional.ofNullable(next);
    }

    private Program latest(Predicate<Program> begun) {
        return versions.reversed().stream().filter(begun).findFirst().orElseGet(versions::getFirst);
    }

    private List<Program> laterThan(Program version) {
        return versions.subList(versions.indexOf(version) + 1, versions.size());
    }

    /**
     * The first day on which a partner may stand under this version, by the version's own rule.
     *
     * @param termEndsOn the last day of the partner's yearly term; null if it is in none
     */
    public static LocalDate switchDay(Program to, LocalDate termEndsOn) {
        return switch (to.policies().transition()) {
            case AT_ONCE -> to.effectiveFrom();
            case AT_NEXT_TERM -> termEndsOn == null ? to.effectiveFrom() : nextTerm(to.effectiveFrom(), termEndsOn);
        };
    }

    /** The first day, from this one on, on which a term begins. Who renewed ahead has terms to come that are not begun. */
    private static LocalDate nextTerm(LocalDate from, LocalDate termEndsOn) {
        LocalDate after = termEndsOn.plusDays(1);
        return from.isBefore(after) ? after.minusYears(ChronoUnit.YEARS.between(from, after)) : from;
    }
}
