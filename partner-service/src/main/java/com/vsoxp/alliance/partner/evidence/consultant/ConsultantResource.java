package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.constraint.CalendarDay;
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

/** Trained people on a partner's staff. */
@Path("/v1/partners/{id}/consultants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
@RunOnVirtualThread
public class ConsultantResource {

    @Schema(description = "That a person has left.")
    record DepartureRequest(
            @NotNull @CalendarDay @Schema(examples = "2026-09-30")
            LocalDate leftOn) {}

    @Schema(description = "One page of consultants.")
    record ConsultantPage(@NotNull List<ConsultantView> items, String nextCursor) {}

    @Inject
    RecordConsultant recordConsultant;

    @Inject
    RecordDeparture recordDeparture;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "recordConsultant",
            summary = "Record a trained consultant",
            description = "Counts from the day of certification. One person is on one partner's staff at a time: "
                    + "whoever is on another's is 409 until that partner has recorded the departure.")
    @APIResponseSchema(value = ConsultantView.class, responseCode = "201", responseDescription = "Recorded.")
    public Response record(@PathParam("id") UUID id, ConsultantRequest request) {
        caller.mustOwn(id);
        return idempotency.once(request, () -> created(recordConsultant.record(id, request)));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listConsultants",
            summary = "List consultants",
            description = "In the order they were recorded, those who left included.")
    @APIResponseSchema(value = ConsultantPage.class, responseDescription = "One page of consultants.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        return Pages.response(Consultant.pageOf(id, page).map(ConsultantView::of), uri);
    }

    @GET
    @Path("{consultantId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readConsultant",
            summary = "Read a consultant",
            description = "The person and the certification.")
    @APIResponseSchema(value = ConsultantView.class, responseDescription = "As it is now.")
    public Response read(@PathParam("id") UUID id, @PathParam("consultantId") UUID consultantId) {
        caller.mustOwn(id);
        Consultant consultant = Consultant.require(id, consultantId);
        return preconditions.ok(ConsultantView.of(consultant), etag(consultant));
    }

    @POST
    @Path("{consultantId}/departure")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "recordDeparture",
            summary = "Record a departure",
            description = "From that day on the person no longer counts here.")
    @APIResponseSchema(value = ConsultantView.class, responseDescription = "The consultant as they are now.")
    public Response depart(
            @PathParam("id") UUID id, @PathParam("consultantId") UUID consultantId, DepartureRequest request) {
        caller.mustOwn(id);
        return idempotency.once(request, () -> now(recordDeparture.depart(id, consultantId, request.leftOn())));
    }

    private static Response created(Consultant consultant) {
        return Response.created(uri(consultant))
                .header(HttpHeaders.ETAG, etag(consultant))
                .entity(ConsultantView.of(consultant))
                .build();
    }

    private static Response now(Consultant consultant) {
        return Response.ok(ConsultantView.of(consultant))
                .contentLocation(uri(consultant))
                .header(HttpHeaders.ETAG, etag(consultant))
                .build();
    }

    private static URI uri(Consultant consultant) {
        return URI.create("/v1/partners/" + consultant.partnerId + "/consultants/" + consultant.id);
    }

    private static String etag(Consultant consultant) {
        return ETags.ofVersion(consultant.version);
    }
}
