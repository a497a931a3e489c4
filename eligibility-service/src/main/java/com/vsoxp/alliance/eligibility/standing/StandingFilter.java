package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which standings are asked for; take it as a {@code @BeanParam}. */
public class StandingFilter {

    @QueryParam("status")
    @Parameter(description = "Only standings of this status.")
    Standing.Status status;

    @QueryParam("before")
    @Parameter(description = "Only partners that lose their tier before this day.", example = "2027-03-01")
    LocalDate before;

    @QueryParam("tier")
    @Parameter(description = "Only partners that hold this tier.", example = "PREMIER")
    String tier;
}
