package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.constraint.Line;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which sale came of a deal. */
@Schema(
        name = "DealConversion",
        description = "The recorded sale that came of a deal, by its id or by the calling system's order number.")
record ConversionRequest(
        @Schema(examples = "019abf10-0000-7000-8000-00000000c001")
        UUID saleId,

        @Line @Size(max = 100) @Schema(description = "As the calling system reported it.", examples = "SO-2026-0117")
        String orderNumber) {

    /**
     * Checks what no single field shows.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422
     */
    void check() {
        new BrokenRules()
                .when(
                        (saleId == null) == (orderNumber == null),
                        "/saleId",
                        "EXACTLY_ONE",
                        "exactly one of saleId and orderNumber must be given.")
                .refuse();
    }
}
