package com.vsoxp.alliance.benefits.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Seats of one line of a quote. */
@Schema(description = "Seats of one line of a quote.")
record SeatsOfLine(
        @NotNull @Min(0) @Max(99) @Schema(description = "Its place among the quote's `lines`, from 0", examples = "1")
        Integer line,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "3")
        Integer seats) {}
