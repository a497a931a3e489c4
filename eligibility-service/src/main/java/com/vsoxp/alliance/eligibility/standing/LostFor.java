package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Shortfall;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A requirement for which a tier is lost, and what would avert it. */
@Schema(name = "LostFor", description = "A requirement for which the tier is lost, and what would avert it.")
public record LostFor(
        @Schema(examples = "LICENSE_SALES") String requirement,

        @Schema(description = "What is missing on that day, in words.", examples = "4 more licenses by 2027-03-01")
        String missing) {

    /** The requirements that are unmet for the tier on the day on which it is lost. */
    static List<LostFor> of(Evaluation evaluation, String tierCode, LocalDate lostOn) {
        Tier tier = evaluation.program().tier(tierCode).orElseThrow();
        List<String> unmet = evaluation.unmet(tier, lostOn);
        return evaluation.program().requirements().stream()
                .filter(requirement -> unmet.contains(requirement.code()))
                .map(requirement -> of(evaluation, requirement, tier, lostOn))
                .toList();
    }

    private static LostFor of(Evaluation evaluation, Requirement requirement, Tier tier, LocalDate lostOn) {
        return new LostFor(
                requirement.code(),
                evaluation
                        .missingBy(requirement, tier, lostOn)
                        .map(Shortfall::words)
                        .orElse(null));
    }
}
