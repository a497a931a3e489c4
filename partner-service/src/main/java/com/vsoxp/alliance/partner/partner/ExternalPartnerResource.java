package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.partner.duplicate.PossibleDuplicates;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partner records, by the keys that other systems know them under. */
@Path("/v1/partners/external/{system}/{externalId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
@RunOnVirtualThread
public class ExternalPartnerResource {

    @Inject
    PutPartner putPartner;

    @Inject
    PossibleDuplicates duplicates;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readPartnerByExternalId",
            summary = "Read a partner by another system's key",
            description = "The same record as under its own id, with the same ETag.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner.")
    public Response read(
            @Parameter(example = "salesforce") @PathParam("system") String system,
            @Parameter(example = "001A000001LkXyz") @PathParam("externalId") String externalId) {
        UUID id = ExternalId.ownerOf(new ExternalId.Key(system, externalId))
                .filter(this::mayKnow)
                .orElseThrow(() -> Problems.notFound("partner", system + "/" + externalId));
        Partner partner = Partner.require(id);
        return preconditions.ok(PartnerView.of(partner), PartnerResource.etag(partner));
    }

    @PUT
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "putPartnerByExternalId",
            summary = "Register or change a partner by another system's key",
            description = "Repeating it changes nothing, so a sender needs neither a memory nor an Idempotency-Key. "
                    + "Ids in other systems stay unless the body names some. If-Match is honored, not demanded: "
                    + "the sender owns what it sends.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so.",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Response put(
            @Parameter(example = "salesforce") @PathParam("system") String system,
            @Parameter(example = "001A000001LkXyz") @PathParam("externalId") String externalId,
            @Parameter(description = "Change it only if this is still its ETag.") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            PartnerProfile profile) {
        checkKey(system, externalId, profile);
        PutPartner.Result result = putPartner.put(
                new ExternalId.Key(system, externalId),
                before -> {
                    if (ifMatch != null) {
                        preconditions.ifMatch(before.map(PartnerResource::etag).orElseThrow(Problems::stale));
                    }
                },
                profile);
        Partner partner = result.partner();
        Response.ResponseBuilder answer =
                result.created() ? Response.created(URI.create("/v1/partners/" + partner.id)) : Response.ok();
        return answer.header(HttpHeaders.ETAG, PartnerResource.etag(partner))
                .entity(result.created() ? PartnerView.of(partner, duplicates.of(partner)) : PartnerView.of(partner))
                .build();
    }

    /** The key in the path becomes one of the profile's, so it has to satisfy what those do. */
    private void checkKey(String system, String externalId, PartnerProfile profile) {
        String named = profile.externalIds().get(system);
        if (named != null && !named.equals(externalId)) {
            throw Problems.rule("/externalIds/" + system, "NOT_THE_PATH", "must be the id in the path, or absent.");
        }
        if (!system.matches(PartnerProfile.SYSTEM_FORM) || !externalId.matches(PartnerProfile.EXTERNAL_ID_FORM)) {
            throw Problems.notFound("place for the key", system + "/" + externalId);
        }
    }

    private boolean mayKnow(UUID id) {
        return !caller.isPartnerOnly() || caller.partnerId().equals(Optional.of(id));
    }
}
