package com.vsoxp.alliance.partner.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.partner.duplicate.PossibleDuplicates;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.partner.partner.search.PartnerSearch;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.json.StrictJsonReader;
import com.vsoxp.alliance.platform.paging.Page;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partner records. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners", description = "Who is in the alliance, or would be.")
@RunOnVirtualThread
public class PartnerResource {

    @Schema(description = "One page of partners.")
    record PartnerPage(@NotNull List<PartnerView> items, String nextCursor) {}

    @Inject
    RegisterPartner registerPartner;

    @Inject
    ChangePartner changePartner;

    @Inject
    PossibleDuplicates duplicates;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    StrictJson json;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "registerPartner",
            summary = "Register a partner",
            description = "Takes a company into the records. It is in no tier until it applies for one. "
                    + "If it may be there already, the answer warns and names the candidates.")
    @APIResponseSchema(value = PartnerView.class, responseCode = "201", responseDescription = "Registered.")
    public Response register(PartnerProfile profile) {
        return idempotency.once(profile, () -> {
            Partner partner = registerPartner.register(Ids.next(), profile);
            return Response.created(URI.create("/v1/partners/" + partner.id))
                    .header(HttpHeaders.ETAG, etag(partner))
                    .entity(PartnerView.of(partner, duplicates.ofNew(partner)))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readPartner",
            summary = "Read a partner",
            description = "The record as it is now, with its tier.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner.")
    public Response read(@PathParam("id") UUID id) {
        caller.mustOwn(id);
        Partner partner = Partner.require(id);
        return preconditions.ok(PartnerView.of(partner), etag(partner));
    }

    @PATCH
    @Path("{id}")
    @Consumes(StrictJsonReader.MERGE_PATCH)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "changePartner",
            summary = "Change a partner",
            description = "A JSON merge patch (RFC 7396): what it names is replaced, what it sets to null is removed. "
                    + "Needs the ETag that was last read in If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PartnerProfile.class)))
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner as it is now.")
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        caller.mustOwn(id);
        Partner partner = changePartner.change(
                id,
                before -> preconditions.ifMatch(etag(before)),
                before -> permitted(before, json.mergePatch(before, patch, PartnerProfile.class)));
        return Response.ok(PartnerView.of(partner))
                .header(HttpHeaders.ETAG, etag(partner))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "findPartners",
            summary = "Find partners",
            description =
                    "All partners that pass every filter given. A page may hold fewer than asked for and yet have a "
                            + "nextCursor: follow it until there is none. A partner finds itself alone.")
    @APIResponseSchema(value = PartnerPage.class, responseDescription = "One page of partners.")
    public Response find(@BeanParam PartnerSearch search, @BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.response(found(search, page).map(PartnerView::of), uri);
    }

    private Page<Partner> found(PartnerSearch search, PageRequest page) {
        if (caller.isPartnerOnly()) {
            return search.only(caller.partnerId().orElseThrow(() -> Problems.forbidden("The token names no partner.")));
        }
        return search.page(page);
    }

    /** By its keys other systems find the partner again: they are not the partner's to change. */
    private PartnerProfile permitted(PartnerProfile before, PartnerProfile after) {
        if (caller.isPartnerOnly() && !after.externalIds().equals(before.externalIds())) {
            throw Problems.forbidden("A partner does not change its externalIds.");
        }
        return after;
    }

    static String etag(Partner partner) {
        return ETags.ofVersion(partner.version);
    }
}
