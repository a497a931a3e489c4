package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.audit.CurrentActor;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.AnsweredBefore;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Recorded;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Refused;
import com.vsoxp.alliance.partner.sale.recording.SaleDesk;
import com.vsoxp.alliance.partner.sale.recording.SaleReport;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** License sales, as CRM systems report them. */
@Path("/v1/sales")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sales", description = "Licenses that partners sold, and what came back.")
public class SaleResource {

    @Schema(description = "One page of sales.")
    record SalePage(@NotNull List<SaleView> items, String nextCursor) {}

    @Inject
    SaleDesk desk;

    @Inject
    CallingSystem callingSystem;

    @Inject
    Idempotency idempotency;

    @Inject
    CurrentActor actor;

    @Inject
    ProgramDay programDay;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "recordSale",
            summary = "Record a sale",
            description = "An order number is the same sale for ever within the calling system: the same again is 200 "
                    + "with the first, something else under it is 409. A late-reported sale counts on its day.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded before.",
            content = @Content(schema = @Schema(implementation = SaleView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = SaleView.class)))
    // On the event loop: it only checks, and waits for the group it joins.
    @NonBlocking
    public Uni<Response> record(SaleRequest request) {
        request.check(programDay.today());
        SaleReport report = new SaleReport(
                callingSystem.name(), request, idempotency.keyed(request).orElse(null), actor.about(null));
        return desk.record(report).map(SaleResource::answer);
    }

    private static Response answer(SaleAnswer answer) {
        return switch (answer) {
            case AnsweredBefore(FirstAnswer first) -> first.again();
            case Recorded recorded
            when recorded.kept() != null -> recorded.kept().response();
            case Recorded recorded -> answer(recorded.sale(), recorded.isNew());
            case Refused(ProblemException why) -> throw why;
        };
    }

    private static Response answer(Sale sale, boolean isNew) {
        Response.ResponseBuilder answer = isNew ? Response.created(URI.create("/v1/sales/" + sale.id)) : Response.ok();
        return answer.header(HttpHeaders.ETAG, etag(sale))
                .entity(SaleView.of(sale))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readSale",
            summary = "Read a sale",
            description = "The sale as reported, and how much of it was reversed.")
    @APIResponseSchema(value = SaleView.class, responseDescription = "The sale.")
    @RunOnVirtualThread
    public Response read(@PathParam("id") UUID id) {
        Sale sale = requireOwn(caller, id);
        return preconditions.ok(SaleView.of(sale), etag(sale));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listSales",
            summary = "List sales",
            description = "From the earliest day of sale to the latest. A partner sees its own alone.")
    @APIResponseSchema(value = SalePage.class, responseDescription = "One page of sales.")
    @RunOnVirtualThread
    public Response list(@BeanParam SaleSearch search, @BeanParam PageRequest page, @Context UriInfo uri) {
        search.partnerId = search.partnerId == null ? null : Partner.idNow(search.partnerId);
        if (caller.isPartnerOnly()) {
            UUID own = caller.partnerId().orElseThrow(() -> Problems.forbidden("The token names no partner."));
            search.partnerId = search.partnerId == null ? own : search.partnerId;
            caller.mustOwn(search.partnerId);
        }
        return Pages.response(search.page(page).map(SaleView::of), uri);
    }

    /** The sale, or 404: also for a partner that it is none of. */
    public static Sale requireOwn(Caller caller, UUID id) {
        Sale sale = Sale.require(id);
        if (caller.isPartnerOnly()
                && caller.partnerId().filter(own -> sale.isOf(own)).isEmpty()) {
            throw Problems.notFound("sale", id);
        }
        return sale;
    }

    private static String etag(Sale sale) {
        return ETags.ofVersion(sale.version);
    }
}
