package com.vsoxp.alliance.benefits.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.support.PortalAccess.Visitor;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the portal pulls to know whom to let in. */
@Path("/v1/portal-access/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Support", description = "Who may use technical support and the portal for a partner")
public class PortalChangesResource {

    @Inject
    ObjectMapper mapper;

    @Schema(
            name = "PortalChanges",
            description = "Partners whose access to the portal changed, in the order of the changes.")
    record Changes(
            @NotNull List<Change> items,

            @NotNull @Schema(description = "Where to go on, now or next week")
            String nextCursor,

            @NotNull @Schema(description = "Whether there was more already")
            boolean more) {}

    @Schema(name = "PortalChange", description = "Who may enter for one partner since it last changed.")
    record Change(
            @NotNull UUID partnerId,
            @NotNull Instant changedAt,

            @NotNull @Schema(description = "Whether the partner is entitled to the portal")
            boolean open,

            @NotNull
            @Schema(
                    description =
                            "All contacts that may enter, by id; empty while the portal is not open to the partner")
            List<Visitor> contacts) {}

    /** The next changes. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listPortalAccessChanges",
            summary = "Whose access to the portal changed",
            description = """
                    Each item is the whole access of one partner, so the latest is all there is to know of it. A partner that
                    changes again moves to the end. Without `since` it begins with the first, and who has followed `nextCursor` to
                    where `more` is false knows of everybody; nothing is passed over, however many write at once. Partners for whom
                    nobody could ever enter are not told of.""")
    @APIResponseSchema(value = Changes.class, responseDescription = "The next changes.")
    public Changes list(
            @QueryParam("since") @Parameter(description = "`nextCursor` of the answer before. Opaque.") String since,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many items at most.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "200"))
                    Integer limit) {
        var page = PageRequest.of(limit, null);
        var after = since == null ? 0 : Cursor.decode(since, "since").number(0);
        var rows = PortalEntry.changedAfter(after, page.rowsToRead());
        var items = rows.subList(0, Math.min(rows.size(), page.limit()));
        return new Changes(
                items.stream().map(this::change).toList(),
                Cursor.encode(items.isEmpty() ? after : items.getLast().position),
                rows.size() > items.size());
    }

    private Change change(PortalEntry entry) {
        try {
            return new Change(
                    entry.partnerId,
                    entry.changedAt,
                    entry.open,
                    List.of(mapper.readValue(entry.contacts, Visitor[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts were not written as JSON", e);
        }
    }
}
