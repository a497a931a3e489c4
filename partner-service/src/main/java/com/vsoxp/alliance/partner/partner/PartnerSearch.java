package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.persistence.Query;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of partners is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class PartnerSearch {

    @QueryParam("q")
    @Parameter(
            description = "Part of a name; accents, case and small typing errors are forgiven.",
            example = "northwnd")
    String text;

    @QueryParam("status")
    @Parameter(description = "Where the latest enrollment stands.")
    EnrollmentStatus status;

    @QueryParam("tier")
    @Parameter(description = "The tier held.", example = "PREMIER")
    String tier;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2.", example = "DE")
    String country;

    @QueryParam("updatedSince")
    @Parameter(
            description =
                    "Only partners that changed at or after this instant; the list is then in the order of change.",
            example = "2026-03-01T00:00:00Z")
    Instant updatedSince;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Narrows the list to one partner, for callers that may know of no other. */
    void only(UUID partnerId) {
        where("p.id = :only", "only", partnerId);
    }

    /** One page of what is asked for: by id, or by the time of change if that is what was asked about. */
    @SuppressWarnings("unchecked")
    Page<Partner> page(PageRequest request) {
        filter();
        request.cursor().ifPresent(this::goOnFrom);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Query query = Partner.getEntityManager()
                .createNativeQuery(
                        "select p.* from partner p" + where + " order by " + order() + " limit :limit", Partner.class)
                .setParameter("limit", request.rowsToRead());
        parameters.forEach(query::setParameter);
        return Page.of((List<Partner>) query.getResultList(), request, this::cursorOf);
    }

    private void filter() {
        if (text != null && !text.isBlank()) {
            where("(p.search_text like searchable(:like) or searchable(:text) <% p.search_text)", "text", text.strip());
            parameters.put("like", "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (status != null) {
            where("p.status = :status", "status", status.name());
        }
        if (tier != null) {
            where("p.tier = :tier", "tier", tier);
        }
        if (country != null) {
            where("p.country = :country", "country", country);
        }
        if (updatedSince != null) {
            where("p.updated_at >= :updatedSince", "updatedSince", updatedSince);
        }
    }

    private void goOnFrom(Cursor cursor) {
        if (updatedSince == null) {
            where("p.id > :afterId", "afterId", cursor.uuid(0));
        } else {
            where("(p.updated_at, p.id) > (:afterTime, :afterId)", "afterTime", cursor.instant(1));
            parameters.put("afterId", cursor.uuid(0));
        }
    }

    private String order() {
        return updatedSince == null ? "p.id" : "p.updated_at, p.id";
    }

    private String cursorOf(Partner last) {
        return updatedSince == null ? Cursor.encode(last.id) : Cursor.encode(last.id, last.updatedAt);
    }

    private void where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
