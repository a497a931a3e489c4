package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.constraint.OptionalReason;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers' successes as partners tell them. */
@Path("/v1/partners/{id}/success-stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Success stories", description = "Customers' successes as partners tell them.")
@RunOnVirtualThread
public class SuccessStoryResource {

    @Schema(description = "One page of success stories.")
    record SuccessStoryPage(@NotNull List<SuccessStoryView> items, String nextCursor) {}

    @Inject
    SubmitStory submitStory;

    @Inject
    PublishStory publishStory;

    @Inject
    RetractStory retractStory;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    StrictJson json;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "submitSuccessStory",
            summary = "Submit a success story",
            description = "It counts once a program manager has published it.")
    @APIResponseSchema(value = SuccessStoryView.class, responseCode = "201", responseDescription = "Submitted.")
    public Response submit(@PathParam("id") UUID id, StoryText text) {
        caller.mustOwn(id);
        return idempotency.once(text, () -> created(submitStory.submit(id, text)));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listSuccessStories",
            summary = "List success stories",
            description = "In the order they were submitted.")
    @APIResponseSchema(value = SuccessStoryPage.class, responseDescription = "One page of success stories.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        return Pages.response(SuccessStory.pageOf(id, page).map(SuccessStoryView::of), uri);
    }

    @GET
    @Path("{storyId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readSuccessStory",
            summary = "Read a success story",
            description = "The story, and whether it is published.")
    @APIResponseSchema(value = SuccessStoryView.class, responseDescription = "As it is now.")
    public Response read(@PathParam("id") UUID id, @PathParam("storyId") UUID storyId) {
        caller.mustOwn(id);
        SuccessStory story = SuccessStory.require(id, storyId);
        return preconditions.ok(SuccessStoryView.of(story), etag(story));
    }

    @POST
    @Path("{storyId}/publication")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "publishSuccessStory",
            summary = "Publish a success story",
            description = "From today everybody may read it, and it counts. A retracted one may be published again.")
    @APIResponseSchema(value = SuccessStoryView.class, responseDescription = "The story as it is now.")
    public Response publish(@PathParam("id") UUID id, @PathParam("storyId") UUID storyId) {
        return idempotency.once(null, () -> now(publishStory.publish(id, storyId)));
    }

    @POST
    @Path("{storyId}/retraction")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "retractSuccessStory",
            summary = "Retract a success story",
            description = "From today it no longer counts.")
    @APIResponseSchema(value = SuccessStoryView.class, responseDescription = "The story as it is now.")
    public Response retract(
            @PathParam("id") UUID id,
            @PathParam("storyId") UUID storyId,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = OptionalReason.class)))
                    byte[] body) {
        OptionalReason why = OptionalReason.read(json, body);
        return idempotency.once(why, () -> now(retractStory.retract(id, storyId, why.reason())));
    }

    private static Response created(SuccessStory story) {
        return Response.created(URI.create("/v1/partners/" + story.partnerId + "/success-stories/" + story.id))
                .header(HttpHeaders.ETAG, etag(story))
                .entity(SuccessStoryView.of(story))
                .build();
    }

    private static Response now(SuccessStory story) {
        return Response.ok(SuccessStoryView.of(story))
                .header(HttpHeaders.ETAG, etag(story))
                .build();
    }

    private static String etag(SuccessStory story) {
        return ETags.ofVersion(story.version);
    }
}
