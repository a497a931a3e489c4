package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner on a day, as it stands even if nobody has decided about it since something was due.
 *
 * @param enrollment the open enrollment; empty if it has none
 * @param standing in the open enrollment; empty if it has none, or if nothing was decided about it yet
 */
public record PartnerToday(
        UUID partnerId,
        LocalDate day,
        Evaluation evaluation,
        Optional<Enrollment> enrollment,
        Optional<Standing> standing) {

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

    /** Its standing with what time will make of it. */
    public Optional<StandingView> view() {
        StandingRules rules =
                new StandingRules(evaluation, enrollment.map(Enrollment::tier).orElse(null));
        return standing.map(is -> StandingView.of(
                partnerId,
                enrollment.orElseThrow().id(),
                evaluation.program().version(),
                is,
                rules.nextTransition(is, day).orElse(null),
                rules.foreseenLoss(is, day)));
    }
}
