package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who stands where, and who loses what, when. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standings", description = "Who stands where, and who loses what, when, if nothing new happens.")
@RunOnVirtualThread
public class StandingResource {

    /** A page of standings. */
    @Schema(name = "StandingPage")
    record StandingPage(List<StandingView> items, String nextCursor) {}

    @Inject
    LapseCalendar calendar;

    @Inject
    PartnersToday partners;

    @Inject
    Programs programs;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("standings")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "List standings: the lapse calendar",
            description = "All partners that hold a tier, in the order of the day on which they lose it if nothing new "
                    + "happens, with what they lose it for and what would avert it; those that lose nothing come last.")
    @APIResponseSchema(value = StandingPage.class, responseDescription = "A page of standings.")
    public Response listStandings(
            @BeanParam StandingFilter filter, @BeanParam PageRequest request, @Context UriInfo uri) {
        return Pages.response(calendar.page(filter, request), uri);
    }

    @GET
    @Path("partners/{id}/standing")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            summary = "Read a partner's standing",
            description = "As of today, even if what fell due today was not decided yet.")
    @APIResponseSchema(value = StandingView.class, responseDescription = "The standing in its open enrollment.")
    public Response readStanding(@PathParam("id") UUID id) {
        caller.mustOwn(id);
        Instant now = clock.instant();
        StandingView standing = partners.read(id, programs.inForce(now).dayOf(now))
                .view()
                .orElseThrow(() -> Problems.notFound("open enrollment of partner", id));
        return preconditions.ok(standing);
    }
}
