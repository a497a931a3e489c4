package com.vsoxp.alliance.partner.audit;

import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of changes is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class AuditSearch {

    @QueryParam("action")
    @Parameter(description = "Only changes of this kind.", example = "PARTNER_CHANGED")
    String action;

    @QueryParam("from")
    @Parameter(description = "Only changes of this instant or later.", example = "2026-03-01T00:00:00Z")
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Only changes before this instant.", example = "2026-04-01T00:00:00Z")
    Instant to;

    /** One page of what happened to the partner's records, newest first. */
    Page<AuditEntry> page(UUID partnerId, PageRequest request) {
        List<String> conditions = new ArrayList<>(List.of("partnerId = :partnerId"));
        Parameters parameters = Parameters.with("partnerId", partnerId);
        if (action != null) {
            conditions.add("action = :action");
            parameters.and("action", action);
        }
        if (from != null) {
            conditions.add("at >= :from");
            parameters.and("from", from);
        }
        if (to != null) {
            conditions.add("at < :to");
            parameters.and("to", to);
        }
        request.cursor().ifPresent(cursor -> {
            conditions.add("id < :before");
            parameters.and("before", cursor.uuid(0));
        });
        return Page.byId(
                AuditEntry.<AuditEntry>find(String.join(" and ", conditions) + " order by id desc", parameters),
                request,
                entry -> entry.id);
    }
}
