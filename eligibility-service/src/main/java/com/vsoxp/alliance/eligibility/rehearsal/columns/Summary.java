package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.platform.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a program would do to all partners. Those promoted, demoted and unchanged together are all that were looked at. */
@Schema(name = "RehearsalSummary", description = "What the version would do to all enrolled partners.")
public record Summary(
        @Schema(description = "All enrolled partners.") long partners,

        @Schema(description = "Would hold a higher tier.") long promoted,

        @Schema(
                description =
                        "Would hold a lower tier or none: at once, or once their cure period is over if nothing new "
                                + "happens.")
        long demoted,

        @Schema(description = "Of those demoted: are not at risk now and would have a cure period to mend it.")
        long atRisk,

        @Schema(description = "Are at risk now, and would not be.")
        long relieved,

        @Schema(description = "Would keep their tier.") long unchanged,

        @Schema(
                description = "How much more discount the license sales of the last twelve months would have got, per "
                        + "currency; less is negative. Empty where nothing changes.")
        List<Money> discountChange,

        @Schema(
                description =
                        "How that spreads over time: the partners by the month in which they would move over, if the version "
                                + "came into force on the day of the rehearsal. With `AT_ONCE` it is one month, with "
                                + "`AT_NEXT_TERM` as many as terms begin in. Partners that lost their last tier move nowhere.")
        List<Month> spread) {

    /** What becomes of those who move over in a month. */
    @Schema(name = "RehearsedMonth", description = "What becomes of those who would move over in a month.")
    public record Month(
            @Schema(description = "A month of a year.", examples = "2027-01")
            String month,

            @Schema(description = "All that would move over in it.")
            long partners,

            @Schema(description = "Of them: would hold a higher tier.")
            long promoted,

            @Schema(description = "Of them: would hold a lower tier or none, at once or after their cure period.")
            long demoted,

            @Schema(description = "Of those demoted: are not at risk now.")
            long atRisk) {}

    /** Summaries from before months were counted have none. */
    public Summary {
        spread = spread == null ? List.of() : List.copyOf(spread);
    }
}
