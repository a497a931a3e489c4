package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.WebUrl;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What partners attest of themselves. */
@Path("/v1/partners/{id}/attestations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
@RunOnVirtualThread
public class AttestationResource {

    @Schema(description = "A partner's claim about itself, with something to verify it by.")
    record AttestationRequest(
            @NotNull @Schema(examples = "WEBSITE_LISTING") AttestationKind kind,

            @WebUrl @Schema(description = "Where it can be seen.", examples = "https://northwind.example/partners")
            String evidenceUrl,

            @Size(min = 1, max = 4_000) @Schema(examples = "Our partner page tells of VSO-XP.")
            String statement) {}

    @Schema(description = "What a program manager found about a claim.")
    record VerificationRequest(
            @NotNull @Schema(examples = "VERIFIED") VerifyAttestation.Outcome outcome,

            @Size(min = 1, max = 1_000) @Schema(examples = "Seen on the page")
            String reason,

            @CalendarDay
            @Schema(description = "The day from which it no longer counts; absent for no end.", examples = "2027-01-15")
            LocalDate validUntil) {}

    @Schema(description = "One page of attestations.")
    record AttestationPage(@NotNull List<AttestationView> items, String nextCursor) {}

    @Inject
    SubmitAttestation submitAttestation;

    @Inject
    VerifyAttestation verifyAttestation;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "submitAttestation",
            summary = "Attest something",
            description = "It counts once a program manager has verified it.")
    @APIResponseSchema(value = AttestationView.class, responseCode = "201", responseDescription = "Submitted.")
    public Response submit(@PathParam("id") UUID id, AttestationRequest request) {
        caller.mustOwn(id);
        return idempotency.once(
                request,
                () -> created(
                        submitAttestation.submit(id, request.kind(), request.evidenceUrl(), request.statement())));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listAttestations",
            summary = "List attestations",
            description = "In the order they were submitted.")
    @APIResponseSchema(value = AttestationPage.class, responseDescription = "One page of attestations.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        return Pages.response(Attestation.pageOf(id, page).map(AttestationView::of), uri);
    }

    @GET
    @Path("{attestationId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readAttestation",
            summary = "Read an attestation",
            description = "The claim, and what was found.")
    @APIResponseSchema(value = AttestationView.class, responseDescription = "As it is now.")
    public Response read(@PathParam("id") UUID id, @PathParam("attestationId") UUID attestationId) {
        caller.mustOwn(id);
        Attestation attestation = Attestation.require(id, attestationId);
        return preconditions.ok(AttestationView.of(attestation), etag(attestation));
    }

    @POST
    @Path("{attestationId}/verification")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "verifyAttestation",
            summary = "Verify or reject an attestation",
            description = "A verified one counts from today; one that is verified again counts on without a break. A "
                    + "rejected one no longer counts. It may be decided about anew at any time.")
    @APIResponseSchema(value = AttestationView.class, responseDescription = "The attestation as it is now.")
    public Response verify(
            @PathParam("id") UUID id, @PathParam("attestationId") UUID attestationId, VerificationRequest request) {
        return idempotency.once(
                request,
                () -> now(verifyAttestation.verify(
                        id, attestationId, request.outcome(), request.validUntil(), request.reason())));
    }

    private static Response created(Attestation attestation) {
        return Response.created(URI.create("/v1/partners/" + attestation.partnerId + "/attestations/" + attestation.id))
                .header(HttpHeaders.ETAG, etag(attestation))
                .entity(AttestationView.of(attestation))
                .build();
    }

    private static Response now(Attestation attestation) {
        return Response.ok(AttestationView.of(attestation))
                .header(HttpHeaders.ETAG, etag(attestation))
                .build();
    }

    private static String etag(Attestation attestation) {
        return ETags.ofVersion(attestation.version);
    }
}
