package com.vsoxp.alliance.eligibility.standing.rules;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules.Course;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A partner's way through time, from one version of the program to the next. Each version evaluates the days on which the
 * partner stands under it. Pure.
 */
public final class Passage {

    private final Succession succession;
    private final Enrollment enrollment;
    private final Function<Program, Evaluation> evaluate;
    private final Map<String, StandingRules> rules = new HashMap<>();

    /**
     * A move, and the rules of the version that made it.
     *
     * @param movesOver whether it takes the standing over from another version
     */
    public record Step(StandingRules rules, Move move, boolean movesOver) {}

    /** Where the partner has come to, and by which steps. */
    public record Place(Program program, Standing standing, List<Step> steps) {}

    /** @param evaluate evaluates the partner's facts by a version */
    public Passage(Succession succession, Enrollment enrollment, Function<Program, Evaluation> evaluate) {
        this.succession = succession;
        this.enrollment = enrollment;
        this.evaluate = evaluate;
    }

    /** The partner's rules under a version. */
    public StandingRules rules(Program program) {
        return rules.computeIfAbsent(
                program.version(), _ -> new StandingRules(evaluate.apply(program), enrollment.tier()));
    }

    /**
     * Lives through the days up to today, if nothing new happened meanwhile.
     *
     * @param due the day on which something was due by what was foreseen; null for none
     */
    public Place passTime(Program under, Standing was, LocalDate due, LocalDate today) {
        Place place = new Place(under, was, List.of());
        Optional<LocalDate> day = earlier(Optional.ofNullable(due), nextSwitch(under, was));
        while (day.isPresent() && !day.get().isAfter(today)) {
            place = look(place, day.get());
            day = nextTransition(place.program(), place.standing(), day.get());
        }
        return place;
    }

    /** Looks on one day, because a fact or the enrollment changed. */
    public Place look(Program under, Standing was, LocalDate day) {
        return look(new Place(under, was, List.of()), day);
    }

    /** The next day after this one on which the standing may move, or the partner moves over, if nothing new happens. */
    public Optional<LocalDate> nextTransition(Program under, Standing standing, LocalDate day) {
        return earlier(
                rules(under).nextTransition(standing, day),
                nextSwitch(under, standing).filter(day::isBefore));
    }

    /**
     * The loss that is foreseen. What another version will make of the partner is told when it has moved over; only a cure
     * period that runs already goes on.
     */
    public Optional<Loss> foreseenLoss(Program under, Standing standing, LocalDate day) {
        Optional<LocalDate> moves = nextSwitch(under, standing).filter(day::isBefore);
        return rules(under)
                .foreseenLoss(standing, day)
                .filter(loss ->
                        moves.map(loss.on()::isBefore).orElse(true) || loss.on().equals(standing.cureEndsOn()));
    }

    private Place look(Place from, LocalDate day) {
        List<Step> steps = new ArrayList<>(from.steps());
        Standing standing = from.standing();
        Program program = standing.status() == Status.LAPSED
                ? from.program()
                : succession.after(from.program(), day, enrollment.termEndsOn());
        if (!program.equals(from.program())) {
            standing = take(rules(program).takeOver(standing, day), rules(program), true, steps);
        }
        standing = take(rules(program).look(standing, day), rules(program), false, steps);
        return new Place(program, standing, steps);
    }

    private static Standing take(Course course, StandingRules rules, boolean movesOver, List<Step> steps) {
        course.moves().forEach(move -> steps.add(new Step(rules, move, movesOver)));
        return course.standing();
    }

    private Optional<LocalDate> nextSwitch(Program under, Standing standing) {
        return standing.status() == Status.LAPSED
                ? Optional.empty()
                : succession.nextSwitch(under, enrollment.termEndsOn());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
