package com.vsoxp.alliance.eligibility.scorecard;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard;
import com.vsoxp.alliance.eligibility.evaluation.Scoring;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.PartnerToday;
import com.vsoxp.alliance.eligibility.standing.PartnersToday;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a partner stands against a tier's requirements on any day. */
@Path("/v1/partners/{id}/scorecard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Scorecards",
        description = "Requirement by requirement: what is met, by what, until when, and what is missing.")
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
@RunOnVirtualThread
public class ScorecardResource {

    @Inject
    PartnersToday partners;

    @Inject
    PartnersThen partnersThen;

    @Inject
    Programs programs;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary = "Read a partner's scorecard",
            description = "Computed on reading, from the facts known now: for a past day with what was reported late, "
                    + "for a day to come if nothing new happens. With `knownAt`, from what was known at that moment: "
                    + "without what was reported, reversed or withdrawn since, and by the enrollment and the standing "
                    + "of then.")
    @APIResponseSchema(value = ScorecardView.class, responseDescription = "The scorecard.")
    public Response readScorecard(
            @PathParam("id") UUID id,
            @QueryParam("tier")
                    @Parameter(
                            description = "Code of a tier. Without it, the tier applied for if it is above the one "
                                    + "held, else the one held, else the lowest.",
                            example = "PREMIER")
                    String tierCode,
            @QueryParam("asOf")
                    @Parameter(description = "The day; without it today, or that of `knownAt`.", example = "2026-11-23")
                    LocalDate asOf,
            @QueryParam("program")
                    @Parameter(
                            description =
                                    "A version of the program, a draft too; without it the one that the partner stands "
                                            + "under on the day.",
                            example = "2.0")
                    String version,
            @QueryParam("knownAt")
                    @Parameter(
                            description = "A moment that has passed: only what was recorded by then is looked at.",
                            example = "2026-11-23T07:00:00Z")
                    Instant knownAt) {
        caller.mustOwn(id);
        Instant now = clock.instant();
        LocalDate today = programs.inForce(now).dayOf(now);
        Optional<Program> asked = Optional.ofNullable(version).map(this::program);
        LocalDate day =
                asOf != null ? asOf : knownAt != null ? programs.inForce(now).dayOf(knownAt) : today;
        if (knownAt != null && knownAt.isAfter(now)) {
            throw Problems.rule(FieldError.query("knownAt"), "FUTURE", "What will be known is not known yet.");
        }
        // Who asks for another day, moment or program is answered by what was decided there, if anything was.
        boolean current = knownAt == null && !day.isBefore(today) && asked.isEmpty();
        PartnerToday partner =
                current ? partners.read(id, day) : partnersThen.read(id, asked, day, knownAt == null ? now : knownAt);
        Program program = partner.evaluation().program();
        Tier tier =
                tierCode == null ? partner.goal() : program.tier(tierCode).orElseThrow(() -> unknown("tier", tierCode));
        Scorecard scorecard = new Scoring(partner.evaluation(), tier, day, partner.cureEndsOn(tier)).scorecard();
        NextTransition next = Optional.ofNullable(scorecard.nextTransitionOn())
                .map(on -> NextTransition.of(on, partner.evaluation(), partner.moveOn(on)))
                .orElse(null);
        return preconditions.ok(ScorecardView.of(id, scorecard, next, knownAt));
    }

    /** Any version, a draft too, unless a partner asks. */
    private Program program(String version) {
        return programs.edition(version)
                .filter(edition -> edition.status() == Status.PUBLISHED || !caller.isPartnerOnly())
                .orElseThrow(() -> unknown("program", version))
                .program();
    }

    private static ProblemException unknown(String parameter, String value) {
        return Problems.rule(FieldError.query(parameter), "UNKNOWN", "There is no " + parameter + " " + value + ".");
    }
}
