package com.vsoxp.alliance.eligibility.standing.rules;

import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Policies.Promotion;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a standing moves, by the program's policies: up at once (or once approved), down only after the cure period, and
 * neither way on what is indeterminate. Pure.
 *
 * @param evaluation of the partner's facts
 * @param enrolledTier the tier the enrollment holds by the partner service's last word, which is how an approval is
 *     seen; null if none
 */
public record StandingRules(Evaluation evaluation, String enrolledTier) {

    /** What a span of time made of a standing. */
    public record Course(Standing standing, List<Move> moves) {}

    /** The standing after a look at this one day. */
    public Standing step(Standing was, LocalDate day) {
        if (was.status() == Status.LAPSED) {
            return was;
        }
        String held = approved(was) ? was.pendingTier() : was.tier();
        Optional<String> higher = evaluation.qualifiedTier(day).map(Tier::code).filter(tier -> program()
                .ranksAbove(tier, held));
        if (higher.isPresent() && policies().promotion() == Promotion.AUTOMATIC) {
            return Standing.good(higher.get(), day);
        }
        Standing holding = held == null ? Standing.applicant() : holding(was, held, day);
        return Objects.equals(holding.tier(), held) ? holding.pending(higher.orElse(null)) : holding;
    }

    /** The next day after this one on which the standing may move if nothing new happens. */
    public Optional<LocalDate> nextTransition(Standing standing, LocalDate day) {
        if (standing.status() == Status.LAPSED) {
            return Optional.empty();
        }
        Optional<LocalDate> change = evaluation.nextChangeAfter(day);
        LocalDate cured = standing.cureEndsOn();
        return cured != null
                        && cured.isAfter(day)
                        && change.map(cured::isBefore).orElse(true)
                ? Optional.of(cured)
                : change;
    }

    /**
     * Lives through the days from one on which something was due up to today, if nothing new happened meanwhile: each
     * move falls on the day it was due, however late anyone looks.
     */
    public Course passTime(Standing was, LocalDate due, LocalDate today) {
        List<Move> moves = new ArrayList<>();
        Standing standing = was;
        Optional<LocalDate> day = Optional.ofNullable(due);
        while (day.isPresent() && !day.get().isAfter(today)) {
            Course step = look(standing, day.get());
            moves.addAll(step.moves());
            standing = step.standing();
            day = nextTransition(standing, day.get());
        }
        return new Course(standing, moves);
    }

    /** Looks on one day, because a fact or the enrollment changed. */
    public Course look(Standing was, LocalDate day) {
        Standing is = step(was, day);
        return new Course(is, is.equals(was) ? List.of() : List.of(move(was, is, day)));
    }

    /** The move by which the tier held now is lost, if nothing new happens ever. */
    public Optional<Move> nextLoss(Standing standing, LocalDate day) {
        Standing is = standing;
        Optional<LocalDate> next = nextTransition(is, day);
        while (next.isPresent()) {
            Standing then = step(is, next.get());
            if (is.tier() != null && program().ranksAbove(is.tier(), then.tier())) {
                return Optional.of(move(is, then, next.get()));
            }
            is = then;
            next = nextTransition(is, next.get());
        }
        return Optional.empty();
    }

    /** The same loss, with what it is lost for. */
    public Optional<Loss> foreseenLoss(Standing standing, LocalDate day) {
        return nextLoss(standing, day).map(move -> {
            Tier lost = program().tier(move.from().tier()).orElseThrow();
            return new Loss(move.on(), lost.code(), move.to().tier(), evaluation.unmet(lost, move.on()));
        });
    }

    /**
     * Takes a standing over from another version of the program, on the day the partner moves to this one. It holds the heir
     * of its tier, whatever that demands; then it is looked at as any other. A cure period goes on unless something more is
     * unmet here: nobody can cure what was not demanded.
     */
    public Course takeOver(Standing was, LocalDate day) {
        if (was.tier() == null) {
            Standing is = was.pending(null);
            return new Course(is, is.equals(was) ? List.of() : List.of(new Move(day, was, is, Movement.NONE, false)));
        }
        Tier heir = program().heirOf(was.tier()).orElseThrow();
        boolean stays = was.status() == Status.AT_RISK
                ? was.unmet().containsAll(evaluation.unmet(heir, day))
                : heir.code().equals(was.tier());
        Standing is = stays
                ? new Standing(was.status(), heir.code(), null, was.since(), was.cureEndsOn(), was.unmet())
                : Standing.good(heir.code(), day);
        return new Course(is, List.of(new Move(day, was, is, Movement.TRANSFER, false)));
    }

    private Standing holding(Standing was, String held, LocalDate day) {
        Tier tier = program().tier(held).orElseThrow();
        boolean newlyHeld = !held.equals(was.tier());
        if (evaluation.outcome(tier, day) != Outcome.NOT_QUALIFIED) {
            return newlyHeld || was.status() == Status.AT_RISK ? Standing.good(held, day) : was;
        }
        List<String> unmet = evaluation.unmet(tier, day);
        if (unmet.isEmpty()) {
            return newlyHeld ? Standing.good(held, day) : was;
        }
        boolean newlyUnmet = newlyHeld || was.status() == Status.GOOD;
        LocalDate cureEndsOn = newlyUnmet ? day.plus(policies().curePeriod()) : was.cureEndsOn();
        return day.isBefore(cureEndsOn)
                ? Standing.atRisk(held, newlyUnmet ? day : was.since(), cureEndsOn, unmet)
                : fallen(tier, day);
    }

    private Standing fallen(Tier held, LocalDate day) {
        return evaluation
                .tenableTierBelow(held, day)
                .map(tier -> Standing.good(tier.code(), day))
                .orElseGet(() -> Standing.lapsed(day));
    }

    private boolean approved(Standing was) {
        return was.pendingTier() != null && was.pendingTier().equals(enrolledTier);
    }

    private Move move(Standing was, Standing is, LocalDate day) {
        boolean newlyPending = is.pendingTier() != null && !is.pendingTier().equals(was.pendingTier());
        String target = newlyPending ? is.pendingTier() : is.tier();
        boolean announced = approved(was) && was.pendingTier().equals(is.tier());
        return new Move(day, was, is, announced ? Movement.NONE : movement(was.tier(), target), newlyPending);
    }

    private Movement movement(String from, String to) {
        if (program().ranksAbove(to, from)) {
            return from == null ? Movement.ADMISSION : Movement.PROMOTION;
        }
        if (program().ranksAbove(from, to)) {
            return to == null ? Movement.LAPSE : Movement.DEMOTION;
        }
        return Movement.NONE;
    }

    private Program program() {
        return evaluation.program();
    }

    private Policies policies() {
        return program().policies();
    }
}
