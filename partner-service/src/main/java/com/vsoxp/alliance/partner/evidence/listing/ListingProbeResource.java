package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.partner.evidence.attestation.Attestation;
import com.vsoxp.alliance.partner.evidence.attestation.AttestationKind;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks at partners' own pages for the listing that they attest. */
@Path("/v1/partners/{id}/attestations/{attestationId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
@RunOnVirtualThread
public class ListingProbeResource {

    @Schema(description = "One page of looks at a listing.")
    record ListingProbePage(@NotNull List<ListingProbeView> items, String nextCursor) {}

    @Inject
    LookForListing lookForListing;

    @Inject
    NoteSighting noteSighting;

    @Inject
    ListingConfig config;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @POST
    @Path("probe")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "probeListing",
            summary = "Look for a listing now",
            description =
                    "Fetches the `evidenceUrl` of a `WEBSITE_LISTING` as any visitor would and looks for a link to "
                            + "the vendor. Of a verified listing each day without it is a strike; after three in a row it lapses "
                            + "in 30 days unless the link is found before. What is not verified stays so, whatever is found. "
                            + "Within a minute the same look is answered again.")
    @APIResponseSchema(value = ListingProbeView.class, responseDescription = "What was found.")
    public Response probe(@PathParam("id") UUID id, @PathParam("attestationId") UUID attestationId) {
        caller.mustOwn(id);
        String url = urlOf(Attestation.require(id, attestationId));
        ListingProbe probe = ListingProbe.latestSince(
                        attestationId, clock.instant().minus(config.fresh()))
                .orElseGet(() -> noteSighting.note(
                        id, attestationId, lookForListing.at(url).orElseThrow(Problems::unavailable)));
        return Response.ok(ListingProbeView.of(probe)).build();
    }

    @GET
    @Path("probes")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listListingProbes",
            summary = "List looks at a listing",
            description = "The latest first. The last 200 are remembered.")
    @APIResponseSchema(value = ListingProbePage.class, responseDescription = "One page of looks.")
    public Response list(
            @PathParam("id") UUID id,
            @PathParam("attestationId") UUID attestationId,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustOwn(id);
        Attestation.require(id, attestationId);
        return Pages.response(ListingProbe.pageOf(attestationId, page).map(ListingProbeView::of), uri);
    }

    private static String urlOf(Attestation attestation) {
        if (attestation.kind != AttestationKind.WEBSITE_LISTING || attestation.evidenceUrl == null) {
            throw Problems.conflict(
                    "NOTHING_TO_PROBE", "Only a WEBSITE_LISTING with an evidenceUrl names a page to look at.");
        }
        return attestation.evidenceUrl;
    }
}
