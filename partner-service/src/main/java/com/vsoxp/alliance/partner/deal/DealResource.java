package com.vsoxp.alliance.partner.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.json.StrictJsonReader;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deals that partners work on together with the vendor. */
@Path("/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deals", description = "Joint selling: who is after which customer, and what came of it.")
@RunOnVirtualThread
public class DealResource {

    @Schema(description = "One page of deals.")
    record DealPage(@NotNull List<DealView> items, String nextCursor) {}

    @Inject
    RegisterDeal registerDeal;

    @Inject
    ChangeDeal changeDeal;

    @Inject
    ShowDeal show;

    @Inject
    Idempotency idempotency;

    @Inject
    StrictJson json;

    @Inject
    Caller caller;

    @Inject
    ProgramDay programDay;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "registerDeal",
            summary = "Register a deal",
            description =
                    "For an active partner of a tier that sells jointly with the vendor: `PREMIER`, or one above. It waits for a "
                            + "program manager, and expires after 90 days if nobody decides.")
    @APIResponseSchema(value = DealView.class, responseCode = "201", responseDescription = "Registered.")
    public Response register(DealRequest request) {
        return idempotency.once(request, () -> show.created(registerDeal.register(request, caller::mustOwn)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readDeal",
            summary = "Read a deal",
            description = "The deal as it stands today, with those of other partners that it conflicts with.")
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal.")
    public Response read(@PathParam("id") UUID id) {
        return show.read(show.require(id));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listDeals",
            summary = "List deals",
            description = "In the order of registration. A partner sees its own alone.")
    @APIResponseSchema(value = DealPage.class, responseDescription = "One page of deals.")
    public Response list(@BeanParam DealSearch search, @BeanParam PageRequest page, @Context UriInfo uri) {
        search.partnerId = search.partnerId == null ? null : Partner.idNow(search.partnerId);
        if (caller.isPartnerOnly()) {
            narrow(search);
        }
        LocalDate today = programDay.today();
        return Pages.response(search.page(page, today).map(deal -> DealView.of(deal, today, null)), uri);
    }

    @PATCH
    @Path("{id}")
    @Consumes(StrictJsonReader.MERGE_PATCH)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "changeDeal",
            summary = "Change a deal",
            description =
                    "A JSON merge patch (RFC 7396) of what is expected, while the deal is open. The customer stays: "
                            + "another one is another deal. Needs the ETag that was last read in If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DealExpectations.class)))
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal as it is now.")
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Deal deal = changeDeal.change(
                show.require(id), show::mustBeSeen, before -> json.mergePatch(before, patch, DealExpectations.class));
        return show.now(deal);
    }

    private void narrow(DealSearch search) {
        if (search.asksForConflicts()) {
            throw Problems.forbidden("What others are after is not for partners to know.");
        }
        UUID own = caller.partnerId().orElseThrow(() -> Problems.forbidden("The token names no partner."));
        search.partnerId = search.partnerId == null ? own : search.partnerId;
        caller.mustOwn(search.partnerId);
    }
}
