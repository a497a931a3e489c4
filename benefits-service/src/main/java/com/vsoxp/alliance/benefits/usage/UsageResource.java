package com.vsoxp.alliance.benefits.usage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What of the benefits was used. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Usage", description = "What partners used of their benefits, added up from the facts")
public class UsageResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    @Schema(description = "One page of sums, from the earliest month.")
    record UsagePage(
            @Schema(required = true) List<UsageLine> items,

            @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
            String nextCursor) {}

    @Inject
    ReadUsage readUsage;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    /** Shows what a partner used. */
    @GET
    @Path("/partners/{id}/usage")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(operationId = "getUsage", summary = "What a partner used of its benefits", description = """
                    A line for each month, benefit, version of the program and currency. A sale counts on its day, net of what was
                    reversed; training on the day it was booked; a key on the day it was issued. What partners used whose records became
                    part of this one's is added to it.""")
    @APIResponseSchema(value = UsagePage.class, responseDescription = "One page of sums.")
    public Response ofPartner(
            @PathParam("id") @Parameter(description = "The partner's id") UUID partnerId,
            @BeanParam UsagePeriod days,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustOwn(partnerId);
        days.check();
        Holder.known(partnerId);
        return Pages.response(readUsage.page(partnerId, days, page), uri);
    }

    /** Exports what all partners used, a line of JSON each. */
    @GET
    @Path("/usage")
    @Produces(NDJSON)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "exportUsage",
            summary = "Export what all partners used",
            description =
                    "The lines of every partner, by partner and month, streamed: JSON a line, or CSV by `Accept`. The "
                            + "lines of one partner are of one moment.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each partner, month, benefit, version of the program and currency.",
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = UsageLine.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public StreamingOutput asLinesOfJson(@BeanParam UsagePeriod days) {
        days.check();
        return answer -> readUsage.writeAll(days, line -> {
            answer.write(json.writeValueAsBytes(line));
            answer.write('\n');
        });
    }

    /** Exports what all partners used, for a spreadsheet. */
    @GET
    @Path("/usage")
    @Produces(CSV)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(hidden = true)
    public StreamingOutput asCsv(@BeanParam UsagePeriod days) {
        days.check();
        return answer -> {
            answer.write(UsageCsv.HEADER);
            readUsage.writeAll(days, line -> answer.write(UsageCsv.row(line)));
        };
    }
}
