package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training booked at quoted prices. */
@Path("/v1/quotes/{id}/training-booking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quotes")
public class TrainingBookingResource {

    /** The version of what never changes. */
    private static final String ETAG = ETags.ofVersion(0);

    @Schema(description = "A booking of all the training that a quote has.")
    record TrainingBookingRequest(
            @NotNull @Schema(description = "The day it counts on; the quote must be good then", examples = "2026-03-10")
            LocalDate bookedOn) {}

    @Inject
    BookTraining bookTraining;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    /** Books. */
    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "bookTraining", summary = "Book the training of a quote", description = """
                    All the training that is quoted, once: it counts in the partner's usage from then on. The same day again gives the
                    first booking; another day is 409 with `code` `BOOKED_BEFORE`. A quote without training is 409
                    `NO_TRAINING_QUOTED`; a day on which the quote is not good is 422.""")
    @APIResponseSchema(value = TrainingBookingView.class, responseCode = "201", responseDescription = "Booked.")
    public Response book(@PathParam("id") UUID quoteId, TrainingBookingRequest request) {
        var quote = Quote.requireOwn(caller, quoteId);
        return idempotency.once(request, () -> {
            var booking = bookTraining.book(quote, request.bookedOn(), caller.name());
            return Response.created(URI.create("/v1/quotes/" + quoteId + "/training-booking"))
                    .header(HttpHeaders.ETAG, ETAG)
                    .entity(TrainingBookingView.of(booking))
                    .build();
        });
    }

    /** Shows the booking. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readTrainingBooking",
            summary = "Read the booking of a quote's training",
            description = "404 as long as it is not booked.")
    @APIResponseSchema(value = TrainingBookingView.class, responseDescription = "The booking.")
    public Response read(@PathParam("id") UUID quoteId) {
        Quote.requireOwn(caller, quoteId);
        return preconditions.ok(TrainingBookingView.of(TrainingBooking.require(quoteId)), ETAG);
    }
}
