package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a program would do to a partner.
 *
 * @param tierThen the tier it would hold once it has come to rest: at once for who rises, after the cure period for who is at
 *     risk and does nothing about it; null if it would lose its last
 * @param unmet codes of the requirements of the tier it holds that it would certainly not meet
 */
@Schema(name = "RehearsedPartner", description = "What the program would do to a partner.")
public record Prospect(
        UUID partnerId,

        @Schema(description = "The tier held; null for an applicant.", examples = "PREMIER")
        String tierNow,

        @Schema(
                description =
                        "The tier it would hold: at once if it rises, once its cure period is over if it is newly at "
                                + "risk and nothing new happens; null if it would lose its last.",
                examples = "RESELLER")
        String tierThen,

        Direction direction,

        @Schema(description = "The rise would wait for a program manager's approval.")
        boolean requiresApproval,

        @Schema(description = "It is not at risk, and would be.")
        boolean newlyAtRisk,

        @Schema(description = "It is at risk, and would not be.")
        boolean relieved,

        @Schema(
                description =
                        "The day on which it would move over, if the version came into force on the day of the rehearsal: "
                                + "that day, or with `AT_NEXT_TERM` the first day of its next term.")
        LocalDate movesOn,

        @Schema(
                description =
                        "Newly at risk: the day on which it would lose its tier, its cure period after it moves over; null "
                                + "otherwise.")
        LocalDate cureEndsOn,

        @Schema(
                description = "Requirements of the tier it holds that it would not meet.",
                examples = "[\"LICENSE_SALES\"]")
        List<String> unmet,

        @Schema(description = "What it sold in the last twelve months, at list prices, per currency.")
        List<Money> listTotals,

        @Schema(
                description =
                        "How much more discount those sales would have got at `tierThen` under this version than at "
                                + "`tierNow` under the partner's own, per currency; less is negative.")
        List<Money> discountChange) {

    /** Where its tier moves. */
    @Schema(name = "RehearsedDirection")
    public enum Direction {
        PROMOTED,
        DEMOTED,
        UNCHANGED
    }

    /** Whether the program would make any difference to it. */
    boolean isAffected() {
        return direction != Direction.UNCHANGED
                || newlyAtRisk
                || relieved
                || !discountChange.isEmpty()
                || (tierNow != null && !tierNow.equals(tierThen));
    }
}
