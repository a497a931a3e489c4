package com.vsoxp.alliance.benefits.quote;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The entitlement that a quote took its discount from, as it was when the quote was issued.
 *
 * @param code of the benefit
 * @param percent what it takes off; 0 where the tier does not have the benefit
 */
@Schema(description = "The entitlement that gives the discount, as it was when the quote was issued.")
public record UsedEntitlement(
        @Schema(examples = "LICENSE_DISCOUNT") String code,

        @Schema(description = "0 where the tier does not have the benefit", examples = "33")
        BigDecimal percent,

        @Schema(examples = "2.0") String program,
        @Schema(examples = "PREMIER") String tier) {}
