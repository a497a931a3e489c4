package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.benefits.holder.MergedHolder;
import com.vsoxp.alliance.benefits.quote.IssueQuote.Outcome;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotes for licenses and training, at the moment of sale. */
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quotes", description = "Prices promised to a partner, by what it is entitled to")
public class QuoteResource {

    @Schema(description = "One page of quotes, the latest first.")
    record QuotePage(
            @Schema(required = true) List<QuoteView> items,

            @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
            String nextCursor) {}

    @Inject
    IssueQuote issueQuote;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    /** Issues a quote. */
    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "issueQuote", summary = "Quote licenses and training", description = """
                    Takes the discounts that the partner is entitled to today off the list prices: line by line, in the
                    currency's own scale, half to even; the totals are the sums of the lines. A kind of which the tier has no
                    discount is quoted at its list price. The quote stays as it is until `validUntil`, whatever becomes of the
                    tier. 409 with `code` `ENROLLMENT_SUSPENDED` or `NO_TIER_HELD` for a partner that nothing is quoted to.""")
    @APIResponseSchema(value = QuoteView.class, responseCode = "201", responseDescription = "Issued.")
    public Response issue(QuoteRequest request) {
        caller.mustOwn(request.partnerId());
        request.check();
        return switch (issueQuote.issue(request, idempotency.keyed(request), caller.name())) {
            case Outcome.AnsweredBefore(FirstAnswer first) -> first.again();
            case Outcome.Issued(QuoteAnswer answer) ->
                Response.created(URI.create(answer.location()))
                        .header(HttpHeaders.ETAG, QuoteAnswer.ETAG)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(answer.body())
                        .build();
        };
    }

    /** Shows a quote. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readQuote",
            summary = "Read a quote",
            description = "As it was issued; a quote whose `validUntil` is over stays readable.")
    @APIResponseSchema(value = QuoteView.class, responseDescription = "The quote.")
    public Response read(@PathParam("id") UUID id) {
        return preconditions.ok(QuoteView.of(Quote.requireOwn(caller, id)), QuoteAnswer.ETAG);
    }

    /** Lists quotes. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listQuotes",
            summary = "List quotes",
            description =
                    "The latest first. A partner sees its own alone, with those of partners whose records became part of "
                            + "its own; the old id means the survivor.")
    @APIResponseSchema(value = QuotePage.class, responseDescription = "One page of quotes.")
    public Response list(
            @QueryParam("partnerId") @Parameter(description = "Only this partner's quotes.") UUID partnerId,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var of = partnerId == null && caller.isPartnerOnly() ? ownId() : partnerId;
        if (of == null) {
            return Pages.response(Quote.page(page).map(QuoteView::of), uri);
        }
        caller.mustOwn(of);
        var holders = MergedHolder.allIn(MergedHolder.heirOf(of));
        return Pages.response(Quote.pageOf(holders, page).map(QuoteView::of), uri);
    }

    private UUID ownId() {
        return caller.partnerId().orElseThrow(() -> Problems.forbidden("The token names no partner."));
    }
}
