package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one requirement stands for one partner on every day, past and to come, if nothing new happens. What every event asks for is
 * told in plain loops: they take half of what streams would.
 */
final class RequirementCourse {

    private final Requirement requirement;
    private final Timeline timeline;
    private final EnrollmentDates dates;
    private final boolean isDoubted;

    /** What was reckoned last: nearly always all levels have the same grace, and every verdict asks when it ends. */
    private GraceEnd graceEnd;

    private record GraceEnd(Period grace, Optional<LocalDate> day) {}

    private RequirementCourse(Requirement requirement, Timeline timeline, EnrollmentDates dates, boolean isDoubted) {
        this.requirement = requirement;
        this.timeline = timeline;
        this.dates = dates;
        this.isDoubted = isDoubted;
    }

    /** By the facts of the kinds that the requirement measures, of which some may be missing. */
    static RequirementCourse of(
            Requirement requirement, Map<String, List<Fact>> factsByKind, EnrollmentDates dates, List<Doubt> doubts) {
        return new RequirementCourse(
                requirement,
                Timeline.of(requirement, factsByKind, dates),
                dates,
                !doubts.isEmpty() && doubts.stream().anyMatch(doubt -> doubt.concerns(requirement.measure())));
    }

    String code() {
        return requirement.code();
    }

    Timeline timeline() {
        return timeline;
    }

    boolean isRequiredOf(Tier tier) {
        return requirement.levelOf(tier) instanceof Level.Required;
    }

    Verdict verdict(Tier tier, LocalDate day) {
        return verdict(requirement.levelOf(tier), day);
    }

    private Verdict verdict(Level level, LocalDate day) {
        return switch (level) {
            case Level.NotApplicable _ -> Verdict.NOT_APPLICABLE;
            case Level.Encouraged encouraged -> measured(encouraged.target(), day);
            case Level.Required required -> {
                Verdict measured = measured(required.target(), day);
                yield measured != Verdict.MET && inGrace(required, day) ? Verdict.IN_GRACE : measured;
            }
        };
    }

    private Verdict measured(Amount target, LocalDate day) {
        Timeline.Reached reached = timeline.on(day);
        if (reached.isUnclearAgainst(target.number())) {
            return Verdict.INDETERMINATE;
        }
        if (reached.number() >= target.number()) {
            return Verdict.MET;
        }
        return !isDoubted && Counting.isKnown(requirement.measure(), day, dates)
                ? Verdict.UNMET
                : Verdict.INDETERMINATE;
    }

    private boolean inGrace(Level.Required required, LocalDate day) {
        return !required.grace().isZero()
                && endOf(required.grace()).map(day::isBefore).orElse(true);
    }

    private Optional<LocalDate> endOf(Period grace) {
        GraceEnd last = graceEnd;
        if (last == null || !last.grace.equals(grace)) {
            last = new GraceEnd(grace, dates.endOf(grace));
            graceEnd = last;
        }
        return last.day;
    }

    /** The next day after this one on which a verdict changes for any tier, if it comes before the one found so far. */
    LocalDate nextChange(LocalDate day, LocalDate foundSoFar) {
        LocalDate next = foundSoFar;
        for (LocalDate point : datesThatCount()) {
            if (point.isAfter(day) && (next == null || point.isBefore(next)) && changesOn(point)) {
                next = point;
            }
        }
        for (LocalDate point : timeline.changesAfter(day)) {
            if (next != null && !point.isBefore(next)) {
                return next;
            }
            if (changesOn(point)) {
                return point;
            }
        }
        return next;
    }

    private boolean changesOn(LocalDate day) {
        LocalDate before = day.minusDays(1);
        for (Level level : requirement.levels().values()) {
            if (verdict(level, day) != verdict(level, before)) {
                return true;
            }
        }
        return false;
    }

    /** The first day after this one on which it does not pass for the tier. */
    Optional<LocalDate> lapseAfter(Tier tier, LocalDate day) {
        List<LocalDate> points = new ArrayList<>(timeline.changes());
        points.addAll(datesThatCount());
        return points.stream()
                .filter(later -> later.isAfter(day))
                .filter(later -> !verdict(tier, later).passes())
                .min(LocalDate::compareTo);
    }

    /** The days of the enrollment on which a verdict may change, in any order. */
    private List<LocalDate> datesThatCount() {
        List<LocalDate> points = new ArrayList<>(2);
        dates.start().ifPresent(points::add);
        for (Level level : requirement.levels().values()) {
            // Grace of no length ends where it starts.
            if (level instanceof Level.Required required && !required.grace().isZero()) {
                endOf(required.grace()).ifPresent(points::add);
            }
        }
        return points;
    }
}
