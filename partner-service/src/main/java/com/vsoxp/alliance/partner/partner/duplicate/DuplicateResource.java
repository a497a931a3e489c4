package com.vsoxp.alliance.partner.partner.duplicate;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which other records may be of the same company. */
@Path("/v1/partners/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
@RunOnVirtualThread
public class DuplicateResource {

    @Schema(description = "At most five, those with most in common first; never more pages than this one.")
    record DuplicateCandidates(@NotNull List<DuplicateCandidate> items, String nextCursor) {}

    @Inject
    PossibleDuplicates duplicates;

    @Inject
    Preconditions preconditions;

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "findDuplicates",
            summary = "Find partners that may be the same company",
            description = "Those with the same legal name in the same country, whatever the case, the accents, the "
                    + "punctuation and the legal form, and those with a website on the same registered domain. "
                    + "The answer to a registration warns of the same.")
    @APIResponseSchema(value = DuplicateCandidates.class, responseDescription = "The possible duplicates.")
    public Response find(@PathParam("id") UUID id) {
        return preconditions.ok(new DuplicateCandidates(duplicates.of(Partner.require(id)), null));
    }
}
