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
        List<Money> discountChange) {}
