package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of sales is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class SaleSearch {

    @QueryParam("partnerId")
    @Parameter(description = "Only this partner's sales.")
    UUID partnerId;

    @QueryParam("from")
    @Parameter(description = "Only sales of this day or later.", example = "2026-01-01")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Only sales of this day or earlier.", example = "2026-12-31")
    LocalDate to;

    /** One page, from the earliest day of sale to the latest. */
    Page<Sale> page(PageRequest request) {
        List<String> conditions = new ArrayList<>(List.of("true = true"));
        Parameters parameters = new Parameters();
        if (partnerId != null) {
            conditions.add("partnerId = :partnerId");
            parameters.and("partnerId", partnerId);
        }
        if (from != null) {
            conditions.add("soldOn >= :from");
            parameters.and("from", from);
        }
        if (to != null) {
            conditions.add("soldOn <= :to");
            parameters.and("to", to);
        }
        request.cursor().ifPresent(cursor -> {
            conditions.add("(soldOn, id) > (:afterDay, :afterId)");
            parameters.and("afterDay", cursor.day(0)).and("afterId", cursor.uuid(1));
        });
        List<Sale> rows = Sale.<Sale>find(String.join(" and ", conditions) + " order by soldOn, id", parameters)
                .range(0, request.rowsToRead() - 1)
                .list();
        return Page.of(rows, request, sale -> Cursor.encode(sale.soldOn, sale.id));
    }
}
