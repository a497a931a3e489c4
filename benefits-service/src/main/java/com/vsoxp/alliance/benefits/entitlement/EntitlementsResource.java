package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.entitlement.EntitlementsView.Item;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a partner is entitled to, today, on any day, and over time. */
@Path("/v1/partners/{id}/entitlements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
@Tag(name = "Entitlements", description = "The benefits that a partner's tier gives it")
public class EntitlementsResource {

    @Inject
    Caller caller;

    @Inject
    Preconditions preconditions;

    @Inject
    ProgramDay programDay;

    /** Every benefit as it stands on a day. */
    @GET
    @Operation(operationId = "getEntitlements", summary = "What a partner is entitled to", description = """
                    Every benefit of the program at the value that the partner's tier gives it on the day `asOf`. While the
                    enrollment is suspended every value is NOT_AVAILABLE, and `withheld` says what a reinstatement brings
                    back. A partner that holds no tier on that day has no items.""")
    @APIResponse(
            responseCode = "200",
            description = "The entitlements of that day",
            content = @Content(schema = @Schema(implementation = EntitlementsView.class)))
    public Response get(
            @PathParam("id") @Parameter(description = "The partner's id") UUID partnerId,
            @QueryParam("asOf")
                    @Parameter(
                            description = "The day asked for; today in the program's time zone, if left out",
                            example = "2026-11-23")
                    LocalDate asOf) {
        mustBeVisible(partnerId);
        var day = asOf == null ? programDay.today() : asOf;
        return preconditions.ok(EnrollmentRecord.governing(partnerId, day)
                .map(governing -> EntitlementsView.of(partnerId, day, governing, Entitlement.on(day, partnerId)))
                .orElseGet(() -> EntitlementsView.none(partnerId, day)));
    }

    /** Every benefit's periods, newest first. */
    @GET
    @Path("/history")
    @Operation(
            operationId = "getEntitlementHistory",
            summary = "What a partner has been entitled to over time",
            description = """
                    Every period in which a benefit had one value without a break, newest first. Periods are half-open,
                    `[since, until)`, and no two periods of one benefit overlap. A suspension is a period of its own.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of the history",
            content = @Content(schema = @Schema(implementation = HistoryPage.class)))
    public Response history(
            @PathParam("id") @Parameter(description = "The partner's id") UUID partnerId,
            @BeanParam PageRequest request,
            @Context UriInfo uriInfo) {
        mustBeVisible(partnerId);
        var after = request.cursor();
        var rows = Entitlement.history(
                partnerId,
                after.map(cursor -> cursor.day(0)).orElse(null),
                after.map(cursor -> cursor.text(1)).orElse(null),
                request.rowsToRead());
        return Pages.response(
                Page.of(rows, request, last -> Cursor.encode(last.since, last.code))
                        .map(Item::ofHistory),
                uriInfo);
    }

    private void mustBeVisible(UUID partnerId) {
        caller.mustOwn(partnerId);
        if (!Holder.exists(partnerId)) {
            throw Problems.notFound("partner", partnerId);
        }
    }

    /** The shape of a page of the history, for the API's description. */
    @Schema(name = "EntitlementHistory", description = "A page of periods, newest first")
    interface HistoryPage {

        @Schema(required = true)
        List<Item> items();

        @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
        String nextCursor();
    }
}
