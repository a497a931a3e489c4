package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Discounts that nothing gave, for the program manager. */
@Path("/v1/discount-findings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Usage")
public class FindingResource {

    @Schema(description = "One page of findings, from the latest day of sale.")
    record DiscountFindingPage(
            @Schema(required = true) List<FindingView> items,

            @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
            String nextCursor) {}

    /** Lists findings. */
    @GET
    @RolesAllowed({Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(operationId = "listDiscountFindings", summary = "List discounts beyond what was due", description = """
                    Sales on which more was given off than their quote, or without one the entitlement of their day, takes off. A
                    quote holds for sales from its issue to `validUntil`, as far as its list prices go, and through a change of the
                    tier. What is due is rounded up to the currency's smallest unit. A finding goes when its sale is reversed as a
                    whole, or when a fact arrives late by which the discount was due.""")
    @APIResponseSchema(value = DiscountFindingPage.class, responseDescription = "One page of findings.")
    public Response list(@BeanParam FindingSearch search, @BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.response(search.page(page).map(FindingView::of), uri);
    }
}
