package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.program.BenefitMatrix;
import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A partner's benefits over time, derived from everything its enrollment was ever said to be.
 *
 * <p>A pure function of the facts: it takes them by their sequence, so the order of arrival does not matter, and neither
 * does a program version that becomes known only after the enrollments under it.
 */
public final class EntitlementTimeline {

    private final Map<String, BenefitMatrix> programs;
    private final List<Standing> standings = new ArrayList<>();
    private final Map<String, NavigableMap<LocalDate, Optional<Grant>>> steps = new LinkedHashMap<>();
    private Map<String, BenefitValue> held = Map.of();

    private EntitlementTimeline(Map<String, BenefitMatrix> programs) {
        this.programs = programs;
    }

    /**
     * @param states in any order
     * @param programs by version; a state under a version that is missing moves nothing until it is known, save that a
     *     suspension holds back what was held, and an end ends it
     */
    public static EntitlementTimeline of(Collection<EnrollmentState> states, Map<String, BenefitMatrix> programs) {
        var timeline = new EntitlementTimeline(programs);
        states.stream()
                .sorted(Comparator.comparingLong(EnrollmentState::sequence))
                .forEach(timeline::follow);
        return timeline;
    }

    /** What governed the entitlements, oldest first; states that moved nothing are not among them. */
    public List<Standing> standings() {
        return List.copyOf(standings);
    }

    /** Every benefit's periods: half-open, without overlap, and where two touch they differ in value. */
    public List<Grant> grants() {
        return steps.values().stream()
                .flatMap(ofOneBenefit -> periods(ofOneBenefit).stream())
                .toList();
    }

    private void follow(EnrollmentState state) {
        switch (state.status()) {
            case APPLIED -> {}
            case ACTIVE, SUSPENDED -> govern(state);
            case TERMINATED, REJECTED, WITHDRAWN -> end(state);
        }
    }

    private void govern(EnrollmentState state) {
        var program = programs.get(state.programVersion());
        var heldBefore = current().isPresent();
        if (program == null && (state.status() == EnrollmentStatus.ACTIVE || !heldBefore)) {
            return;
        }
        if (program != null) {
            held = program.valuesFor(state.tier());
        }
        move(new Standing(state.sequence(), state.status(), state.tier(), state.programVersion(), firstDayOf(state)));
    }

    private void end(EnrollmentState state) {
        current().ifPresent(last -> {
            held = Map.of();
            move(new Standing(state.sequence(), state.status(), last.tier(), last.programVersion(), firstDayOf(state)));
        });
    }

    private void move(Standing next) {
        if (current().filter(next::sameAs).isPresent()) {
            return;
        }
        steps.forEach((code, ofOneBenefit) -> {
            if (!held.containsKey(code)) {
                ofOneBenefit.put(next.from(), Optional.empty());
            }
        });
        held.forEach((code, value) -> steps.computeIfAbsent(code, _ -> new TreeMap<>())
                .put(next.from(), Optional.of(grant(code, value, next))));
        standings.add(next);
    }

    private Optional<Standing> current() {
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(standings.getLast()).filter(Standing::gives);
    }

    private static Grant grant(String code, BenefitValue value, Standing under) {
        var withheld = under.status() == EnrollmentStatus.SUSPENDED && value != Term.NOT_AVAILABLE;
        return new Grant(
                code,
                withheld ? Term.NOT_AVAILABLE : value,
                withheld ? value : null,
                under.from(),
                null,
                under.programVersion(),
                under.tier());
    }

    /** Never before the last move: what was so in the past stays so. */
    private LocalDate firstDayOf(EnrollmentState state) {
        var day =
                switch (state.status()) {
                    case ACTIVE ->
                        entersTier(state) && state.tierSince() != null ? state.tierSince() : recordedOn(state);
                    case SUSPENDED -> recordedOn(state);
                    case APPLIED, TERMINATED, REJECTED, WITHDRAWN ->
                        state.endedOn() != null ? state.endedOn() : recordedOn(state);
                };
        return standings.isEmpty() || day.isAfter(standings.getLast().from())
                ? day
                : standings.getLast().from();
    }

    private boolean entersTier(EnrollmentState state) {
        return current().filter(last -> last.tier().equals(state.tier())).isEmpty();
    }

    /** By the clock of the version that the state is under; an end names none, and is under that of what it ends. */
    private LocalDate recordedOn(EnrollmentState state) {
        var version = state.programVersion() == null ? standings.getLast().programVersion() : state.programVersion();
        var program = programs.get(version);
        return LocalDate.ofInstant(state.recordedAt(), program == null ? ZoneOffset.UTC : program.timeZone());
    }

    private static List<Grant> periods(NavigableMap<LocalDate, Optional<Grant>> ofOneBenefit) {
        var periods = new ArrayList<Grant>();
        ofOneBenefit.forEach((day, step) -> {
            if (!periods.isEmpty() && periods.getLast().isOpen()) {
                periods.add(periods.removeLast().endingOn(day));
            }
            step.ifPresent(next -> {
                if (!periods.isEmpty() && periods.getLast().isContinuedBy(next)) {
                    periods.add(periods.removeLast().continuedBy(next));
                } else {
                    periods.add(next);
                }
            });
        });
        return periods;
    }
}
