package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The evaluation of a program's requirements for one partner: built once from facts and dates, it answers for any day.
 * Pure: the same program, facts and dates give the same answers, whatever the order of the facts and whenever asked.
 */
public final class Evaluation {

    /** Names these rules in every decision; raised whenever the same input could give another answer. */
    public static final String ENGINE_VERSION = "2";

    private final Program program;
    private final EnrollmentDates dates;
    private final List<Doubt> doubts;

    /** By requirement, in the program's order. */
    private final List<Timeline> timelines;

    /** By tier, and for each by requirement, in the program's order. */
    private final List<List<VerdictCourse>> courses;

    private Evaluation(Program program, List<Fact> facts, EnrollmentDates dates, List<Doubt> doubts) {
        this.program = program;
        this.dates = dates;
        this.doubts = List.copyOf(doubts);
        this.timelines = new ArrayList<>(program.requirements().size());
        for (Requirement requirement : program.requirements()) {
            timelines.add(Timeline.of(requirement.measure(), Worth.of(requirement, program.tiers()), facts, dates));
        }
        this.courses = new ArrayList<>(program.tiers().size());
        for (Tier tier : program.tiers()) {
            courses.add(coursesFor(tier));
        }
    }

    private List<VerdictCourse> coursesFor(Tier tier) {
        List<VerdictCourse> ofTier = new ArrayList<>(timelines.size());
        for (int i = 0; i < timelines.size(); i++) {
            Requirement requirement = program.requirements().get(i);
            ofTier.add(VerdictCourse.of(requirement, tier, timelines.get(i), dates, isDoubted(requirement)));
        }
        return ofTier;
    }

    private boolean isDoubted(Requirement requirement) {
        return !doubts.isEmpty() && doubts(requirement).findAny().isPresent();
    }

    /** An evaluation of exactly these facts, which are all there are. */
    public static Evaluation of(Program program, Collection<Fact> facts, EnrollmentDates dates) {
        return of(program, facts, dates, List.of());
    }

    /** An evaluation of facts of which some may be missing: then nothing is certainly unmet that they could meet. */
    public static Evaluation of(Program program, Collection<Fact> facts, EnrollmentDates dates, List<Doubt> doubts) {
        return new Evaluation(program, List.copyOf(facts), dates, doubts);
    }

    public Program program() {
        return program;
    }

    /** How one requirement stands for a tier. */
    public Verdict verdict(Requirement requirement, Tier tier, LocalDate day) {
        return course(requirement, tier).on(day);
    }

    /** Whether the tier can be held on this day. */
    public Outcome outcome(Tier tier, LocalDate day) {
        Outcome outcome = Outcome.QUALIFIED;
        for (VerdictCourse course : courses(tier)) {
            if (course.isRequired()) {
                Verdict verdict = course.on(day);
                if (!verdict.passes()) {
                    return Outcome.NOT_QUALIFIED;
                }
                outcome = verdict == Verdict.IN_GRACE ? Outcome.PROVISIONAL : outcome;
            }
        }
        return outcome;
    }

    /** The highest tier whose required requirements are all met or in grace. */
    public Optional<Tier> qualifiedTier(LocalDate day) {
        return highest(tier -> outcome(tier, day) != Outcome.NOT_QUALIFIED);
    }

    /** The highest lower tier against which nothing speaks: what is indeterminate takes nothing from a partner. */
    public Optional<Tier> tenableTierBelow(Tier held, LocalDate day) {
        return highest(tier -> tier.rank() < held.rank() && unmet(tier, day).isEmpty());
    }

    /** Codes of the required requirements that are certainly unmet, in the program's order. */
    public List<String> unmet(Tier tier, LocalDate day) {
        List<String> unmet = new ArrayList<>();
        for (VerdictCourse course : courses(tier)) {
            if (course.isRequired() && course.on(day) == Verdict.UNMET) {
                unmet.add(course.code());
            }
        }
        return List.copyOf(unmet);
    }

    /** Codes of the required requirements of which the data does not tell, for this tier or a higher one. */
    public List<String> indeterminateFrom(int rank, LocalDate day) {
        List<String> indeterminate = new ArrayList<>();
        for (int i = 0; i < timelines.size(); i++) {
            if (isIndeterminateFrom(rank, i, day)) {
                indeterminate.add(program.requirements().get(i).code());
            }
        }
        return List.copyOf(indeterminate);
    }

    private boolean isIndeterminateFrom(int rank, int requirement, LocalDate day) {
        for (int j = 0; j < courses.size(); j++) {
            VerdictCourse course = courses.get(j).get(requirement);
            if (program.tiers().get(j).rank() >= rank
                    && course.isRequired()
                    && course.on(day) == Verdict.INDETERMINATE) {
                return true;
            }
        }
        return false;
    }

    /** The facts that count on this day toward any requirement, each once, oldest first. */
    public List<Fact> evidence(LocalDate day) {
        return facts(timeline -> timeline.factsOn(day));
    }

    /** The facts that do not count on this day yet and will, each once, oldest first: they decide what comes next. */
    public List<Fact> evidenceAfter(LocalDate day) {
        Set<Fact> counted = Set.copyOf(evidence(day));
        return facts(timeline -> timeline.factsAfter(day)).stream()
                .filter(fact -> !counted.contains(fact))
                .toList();
    }

    private List<Fact> facts(Function<Timeline, List<Fact>> which) {
        return timelines.stream()
                .flatMap(timeline -> which.apply(timeline).stream())
                .distinct()
                .sorted(Comparator.comparing(Fact::on).thenComparing(Fact::id))
                .toList();
    }

    /** The next day on which any verdict, for any tier, changes if nothing new happens. */
    public Optional<LocalDate> nextChangeAfter(LocalDate day) {
        LocalDate next = Steps.NEVER;
        for (List<VerdictCourse> ofTier : courses) {
            for (VerdictCourse course : ofTier) {
                next = Counting.earlier(next, course.changeAfter(day));
            }
        }
        return next.equals(Steps.NEVER) ? Optional.empty() : Optional.of(next);
    }

    /** Every verdict that is another one on this day than on the day before, in the program's order. */
    public List<VerdictChange> changesOn(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return program.requirements().stream()
                .flatMap(requirement -> program.tiers().stream()
                        .map(tier -> new VerdictChange(
                                requirement.code(),
                                tier.code(),
                                verdict(requirement, tier, before),
                                verdict(requirement, tier, day))))
                .filter(change -> change.from() != change.to())
                .toList();
    }

    /** What a requirement needs so that the tier is not lost for it, reckoned on the day it would be; empty for nothing. */
    public Optional<RequirementScore.Shortfall> missingBy(Requirement requirement, Tier tier, LocalDate day) {
        Level level = requirement.levelOf(tier);
        return level.goal().map(goal -> new Shortfalls(this, day, Optional.of(day))
                .missing(requirement, level, goal, verdict(requirement, tier, day)));
    }

    /** The first day after this one on which the requirement does not pass, if nothing new happens. */
    Optional<LocalDate> lapseAfter(Requirement requirement, Tier tier, LocalDate day) {
        return course(requirement, tier).lapseAfter(day);
    }

    Timeline timeline(Requirement requirement) {
        return timelines.get(place(requirement));
    }

    private VerdictCourse course(Requirement requirement, Tier tier) {
        return courses(tier).get(place(requirement));
    }

    private List<VerdictCourse> courses(Tier tier) {
        for (int j = 0; j < courses.size(); j++) {
            if (program.tiers().get(j).code().equals(tier.code())) {
                return courses.get(j);
            }
        }
        throw new IllegalArgumentException(program.version() + " has no tier " + tier.code());
    }

    private int place(Requirement requirement) {
        for (int i = 0; i < timelines.size(); i++) {
            if (program.requirements().get(i).code().equals(requirement.code())) {
                return i;
            }
        }
        throw new IllegalArgumentException(program.version() + " demands no " + requirement.code());
    }

    /** What may be missing of the facts that this requirement counts. */
    Stream<Doubt> doubts(Requirement requirement) {
        return doubts.stream().filter(doubt -> doubt.concerns(requirement.measure()));
    }

    /** All that may be missing. */
    public List<Doubt> doubts() {
        return doubts;
    }

    EnrollmentDates dates() {
        return dates;
    }

    private Optional<Tier> highest(Predicate<Tier> fits) {
        List<Tier> tiers = program.tiers();
        for (int i = tiers.size() - 1; i >= 0; i--) {
            if (fits.test(tiers.get(i))) {
                return Optional.of(tiers.get(i));
            }
        }
        return Optional.empty();
    }
}
