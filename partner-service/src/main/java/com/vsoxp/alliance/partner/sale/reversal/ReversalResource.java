package com.vsoxp.alliance.partner.sale.reversal;

import com.vsoxp.alliance.partner.sale.SaleResource;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came back of a sale. */
@Path("/v1/sales/{id}/reversals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sales")
@RunOnVirtualThread
public class ReversalResource {

    @Schema(description = "Licenses of a sale to take back.")
    record ReversalRequest(
            @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "1")
            Integer licenses,

            @NotBlank @Size(max = 1_000) @Schema(examples = "Ordered one too many")
            String reason) {}

    @Schema(name = "Reversal", description = "Licenses of a sale that came back.")
    record ReversalView(
            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d002")
            UUID id,

            @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
            UUID saleId,

            @NotNull @Schema(examples = "1") int licenses,

            @NotNull @Schema(examples = "Ordered one too many")
            String reason,

            @NotNull @Schema(examples = "2026-03-20T08:00:00Z")
            Instant reversedAt) {

        static ReversalView of(Reversal reversal) {
            return new ReversalView(
                    reversal.id, reversal.saleId, reversal.licenses, reversal.reason, reversal.reversedAt);
        }
    }

    @Inject
    ReverseSale reverseSale;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "reverseSale",
            summary = "Reverse a sale",
            description =
                    "Takes back licenses, all or some. They no longer count on the day of the sale. Never more than "
                            + "are left: that is 422 and says how many are.")
    @APIResponseSchema(value = ReversalView.class, responseCode = "201", responseDescription = "Reversed.")
    public Response reverse(@PathParam("id") UUID id, ReversalRequest request) {
        return idempotency.once(request, () -> {
            Reversal reversal = reverseSale.reverse(id, request.licenses(), request.reason());
            return Response.created(URI.create("/v1/sales/" + id + "/reversals/" + reversal.id))
                    .entity(ReversalView.of(reversal))
                    .build();
        });
    }

    @GET
    @Path("{reversalId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(operationId = "readReversal", summary = "Read a reversal", description = "It never changes.")
    @APIResponseSchema(value = ReversalView.class, responseDescription = "The reversal.")
    public Response read(@PathParam("id") UUID id, @PathParam("reversalId") UUID reversalId) {
        SaleResource.requireOwn(caller, id);
        return preconditions.ok(ReversalView.of(Reversal.require(id, reversalId)));
    }
}
