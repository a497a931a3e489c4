package com.vsoxp.alliance.benefits.usage;

import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The days that are asked for, both included; take it as a {@code @BeanParam}. Left out, there is no bound. */
public class UsagePeriod {

    // What PostgreSQL's and everybody's calendars hold.
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate EVER_AFTER = LocalDate.of(9999, 12, 31);

    @QueryParam("from")
    @Parameter(description = "Only what counts on this day or later.", example = "2026-01-01")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Only what counts on this day or earlier.", example = "2026-12-31")
    LocalDate to;

    /** Of which the last one may be the first. */
    public void check() {
        if (from().isAfter(to())) {
            throw Problems.malformed(FieldError.query("to"), "OUT_OF_RANGE", "to must not be before from.");
        }
    }

    /** The first day. */
    public LocalDate from() {
        return from == null || from.isBefore(EVER) ? EVER : from;
    }

    /** The last day. */
    public LocalDate to() {
        return to == null || to.isAfter(EVER_AFTER) ? EVER_AFTER : to;
    }
}
