package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner on a day, as it stands even if nobody has decided about it since something was due.
 *
 * @param enrollment the open enrollment; empty if it has none
 * @param standing in the open enrollment; empty if it has none, or if nothing was decided about it yet
 * @param passage its way on from there; empty if it is not to be told
 */
public record PartnerToday(
        UUID partnerId,
        LocalDate day,
        Evaluation evaluation,
        Optional<Enrollment> enrollment,
        Optional<Standing> standing,
        Optional<Passage> passage) {

    /** The tier it strives for: the one applied for if it is above the one it holds, else the one it holds. */
    public Tier goal() {
        String held = standing.map(Standing::tier).orElse(null);
        String applied = enrollment.map(Enrollment::appliedTier).orElse(null);
        var program = evaluation.program();
        return program.tier(program.ranksAbove(applied, held) ? applied : held).orElse(program.lowestTier());
    }

    /** The day until which it may cure what is unmet for a tier it holds at risk. */
    public Optional<LocalDate> cureEndsOn(Tier tier) {
        return standing.filter(is -> tier.code().equals(is.tier())).map(Standing::cureEndsOn);
    }

    /** What time makes of its standing on a day to come; empty if it moves nothing then, or it stands nowhere. */
    public Optional<Move> moveOn(LocalDate later) {
        return standing.flatMap(
                is -> rules().passTime(is, later, later).moves().stream().findFirst());
    }

    /** Its standing with what time will make of it. */
    public Optional<StandingView> view() {
        Program program = evaluation.program();
        Optional<Loss> loss = passage.flatMap(way -> way.foreseenLoss(program, standing.orElseThrow(), day));
        return standing.map(is -> StandingView.of(
                partnerId,
                enrollment.orElseThrow().id(),
                program.version(),
                is,
                passage.flatMap(way -> way.nextTransition(program, is, day)).orElse(null),
                loss,
                loss.map(ahead -> LostFor.of(evaluation, ahead.tier(), ahead.on()))
                        .orElse(List.of())));
    }

    private StandingRules rules() {
        return new StandingRules(evaluation, enrollment.map(Enrollment::tier).orElse(null));
    }
}
