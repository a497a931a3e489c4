package com.vsoxp.alliance.platform.conventions;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.json.StrictJsonReader;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** A resource as the services write them. */
@Path("/v1/widgets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WidgetResource {

    /** What a caller may set. */
    public record WidgetBody(@NotBlank @Size(max = 80) String name, Widget.Color color, Money price) {}

    /** What a caller reads. */
    public record WidgetView(UUID id, String name, Widget.Color color) {
        static WidgetView of(Widget widget) {
            return new WidgetView(widget.id, widget.name, widget.color);
        }
    }

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    StrictJson json;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(summary = "Make a widget")
    @APIResponseSchema(value = WidgetView.class, responseCode = "201")
    public Response create(WidgetBody body) {
        return idempotency.once(body, () -> {
            Widget widget = new Widget();
            widget.id = Ids.next();
            widget.name = body.name();
            widget.color = body.color();
            widget.persistAndFlush();
            if ("RACE".equals(body.name())) {
                Gate.pass();
            }
            return Response.created(URI.create("/v1/widgets/" + widget.id))
                    .header("ETag", ETags.ofVersion(widget.version))
                    .entity(WidgetView.of(widget))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Read a widget")
    @APIResponseSchema(WidgetView.class)
    public Response get(@PathParam("id") UUID id) {
        Widget widget = Widget.must(id);
        return preconditions.ok(WidgetView.of(widget), ETags.ofVersion(widget.version));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(StrictJsonReader.MERGE_PATCH)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(summary = "Change a widget")
    @RequestBody(content = @Content(schema = @Schema(implementation = WidgetBody.class)))
    @APIResponseSchema(WidgetView.class)
    public Response patch(@PathParam("id") UUID id, JsonNode patch) {
        Widget changed = QuarkusTransaction.requiringNew().call(() -> {
            Widget widget = Widget.must(id);
            preconditions.ifMatch(ETags.ofVersion(widget.version));
            WidgetBody body = json.mergePatch(new WidgetBody(widget.name, widget.color, null), patch, WidgetBody.class);
            widget.name = body.name();
            widget.color = body.color();
            Widget.flush();
            return widget;
        });
        return Response.ok(WidgetView.of(changed))
                .header("ETag", ETags.ofVersion(changed.version))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(summary = "List widgets")
    @APIResponse(responseCode = "200", description = "A page.")
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("color") Widget.Color color,
            @QueryParam("since") LocalDate since,
            @QueryParam("not") List<Widget.Color> not,
            @Context UriInfo uri) {
        Page<WidgetView> widgets = Page.of(Widget.after(page), page, widget -> Cursor.encode(widget.name))
                .map(WidgetView::of);
        return Pages.response(widgets, uri);
    }

    @GET
    @Path("/of-partner/{partnerId}")
    @RolesAllowed({Roles.CRM, Roles.PARTNER})
    @Operation(summary = "Read a partner's own widget")
    public Map<String, String> own(@PathParam("partnerId") UUID partnerId) {
        caller.mustOwn(partnerId);
        return Map.of("caller", caller.name());
    }

    @GET
    @Path("/decided")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(summary = "What only managers read")
    public Response decided() {
        return preconditions.ok(Map.of("decided", true));
    }

    @GET
    @Path("/open")
    @PermitAll
    @Operation(summary = "What everybody reads")
    public Map<String, String> open() {
        return Map.of(
                "caller",
                caller.name(),
                "thread",
                Boolean.toString(Thread.currentThread().isVirtual()));
    }

    @GET
    @Path("/broken")
    @PermitAll
    @Operation(summary = "What fails")
    public String broken() {
        throw new IllegalStateException("select secret from com.vsoxp.alliance");
    }

    @GET
    @Path("/limited")
    @PermitAll
    @Operation(summary = "What is asked too often")
    public String limited() {
        throw Problems.tooManyRequests(java.time.Duration.ofSeconds(7));
    }

    @GET
    @Path("/forgotten")
    @Operation(hidden = true)
    public String forgotten() {
        return "closed";
    }
}
