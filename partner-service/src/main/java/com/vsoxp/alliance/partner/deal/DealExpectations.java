package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.NotBelowZero;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner expects of a deal: all of it that may change while the deal is open. */
@Schema(description = "What is expected of a deal; it may change while the deal is open.")
public record DealExpectations(
        @NotNull @Line @Size(max = 200) @Schema(examples = "VSO-XP")
        String product,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "40")
        Integer expectedLicenses,

        @NotNull @NotBelowZero @Schema(description = "At list prices.")
        Money expectedValue,

        @NotNull @Schema(examples = "QUALIFIED") DealStage stage,

        @NotNull @CalendarDay @Schema(examples = "2026-12-15")
        LocalDate expectedCloseOn,

        @Size(min = 1, max = 4_000)
        @Schema(description = "Name no person.", examples = "Replaces a system that is out of support.")
        String notes) {}
