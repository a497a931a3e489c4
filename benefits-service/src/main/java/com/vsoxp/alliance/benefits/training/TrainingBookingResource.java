package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training booked at quoted prices. */
@Path("/v1/quotes/{id}/training-booking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quotes")
public class TrainingBookingResource {

    @Schema(description = "A booking of training that a quote has.")
    record TrainingBookingRequest(
            @NotNull @Schema(description = "The day it counts on; the quote must be good then", examples = "2026-03-10")
            LocalDate bookedOn,

            @Size(min = 1, max = 100)
            @Schema(nullable = true, description = "The seats that are wanted; all that are quoted, if left out")
            List<SeatsOfLine> seats) {}

    @Schema(description = "Why a booking is taken back.")
    record TrainingCancellationRequest(
            @NotBlank @Size(max = 1_000) @Schema(examples = "Two of the three cannot come")
            String reason) {}

    @Inject
    BookTraining bookTraining;

    @Inject
    CancelTraining cancelTraining;

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
                    All the training that is quoted, or the `seats` that are wanted of it, once: it counts in the partner's usage from
                    then on. The same again is 200 with the first booking; another day or other seats are 409 with `code`
                    `BOOKED_BEFORE`, until the booking is cancelled. A quote without training is 409 `NO_TRAINING_QUOTED`; a day on
                    which the quote is not good, and seats that it does not have, are 422.""")
    @APIResponseSchema(value = TrainingBookingView.class, responseCode = "201", responseDescription = "Booked.")
    @APIResponse(
            responseCode = "200",
            description = "It was booked before in the same words.",
            content = @Content(schema = @Schema(implementation = TrainingBookingView.class)))
    public Response book(@PathParam("id") UUID quoteId, TrainingBookingRequest request) {
        var quote = Quote.requireOwn(caller, quoteId);
        return idempotency.once(request, () -> {
            var booked =
                    bookTraining.book(quote, request.bookedOn(), Optional.ofNullable(request.seats()), caller.name());
            var view = TrainingBookingView.of(quote, booked.booking());
            var answer = booked.isNew()
                    ? Response.created(URI.create("/v1/quotes/" + quoteId + "/training-booking"))
                    : Response.ok();
            return answer.header(HttpHeaders.ETAG, view.etag()).entity(view).build();
        });
    }

    /** Shows the booking. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readTrainingBooking",
            summary = "Read the booking of a quote's training",
            description = "404 as long as it is not booked, and after it was cancelled.")
    @APIResponseSchema(value = TrainingBookingView.class, responseDescription = "The booking.")
    public Response read(@PathParam("id") UUID quoteId) {
        var view = TrainingBookingView.of(Quote.requireOwn(caller, quoteId), TrainingBooking.require(quoteId));
        return preconditions.ok(view, view.etag());
    }

    /** Takes the booking back. */
    @POST
    @Path("cancellation")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "cancelTraining", summary = "Cancel the booking of a quote's training", description = """
                    From now on it does not count in the usage, of whatever day it was. The quote can be booked again, for fewer
                    seats say, for a day on which it is good. 404 to a quote of which nothing is booked.""")
    @APIResponseSchema(value = TrainingBookingView.class, responseDescription = "The booking that was taken back.")
    public Response cancel(@PathParam("id") UUID quoteId, TrainingCancellationRequest request) {
        var quote = Quote.requireOwn(caller, quoteId);
        return idempotency.once(
                request, () -> Response.ok(cancelTraining.cancel(quote, request.reason(), caller.name()))
                        .build());
    }
}
