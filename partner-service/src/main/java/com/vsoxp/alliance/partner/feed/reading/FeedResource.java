package com.vsoxp.alliance.partner.feed.reading;

import com.vsoxp.alliance.partner.feed.FeedSlice;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events of the alliance, for those who cannot reach the broker. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "The same facts as on Kafka, to be read over HTTP.")
@RunOnVirtualThread
public class FeedResource {

    @Schema(description = "A stretch of the feed.")
    record EventPage(
            @NotNull List<EventView> items,

            @NotNull
            @Schema(
                    description =
                            "Where to go on, always there: send it as `after`. What you do not know yet follows it.")
            String nextCursor) {}

    @Inject
    LongPoll longPoll;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readEvents",
            summary = "Read events",
            description =
                    "In one order that never changes: who goes on from `nextCursor` gets every event once. The events "
                            + "of one partner and topic are in the order they happened. There may be less than `limit`, or none, "
                            + "and more behind `nextCursor`. With `wait` an answer comes as soon as there is an event.")
    @APIResponseSchema(value = EventPage.class, responseDescription = "What follows `after`.")
    @APIResponse(
            responseCode = "410",
            description = "Events that follow `after` are no longer kept.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response read(@BeanParam FeedQuery query, @Context UriInfo uri, @Context HttpServerResponse connection) {
        Optional<FeedCursor> cursor = query.cursor();
        FeedSlice slice = longPoll.after(
                cursor.map(FeedCursor::position).orElse(0L),
                query.filter(caller),
                query.limit(),
                query.patience(),
                connection::closed);
        cursor.ifPresent(place -> place.mustBeKept(slice));
        String next = FeedCursor.after(slice);
        return Response.ok(
                        new EventPage(slice.events().stream().map(EventView::of).toList(), next))
                .link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("after", next)
                                .build(),
                        "next")
                .build();
    }
}
