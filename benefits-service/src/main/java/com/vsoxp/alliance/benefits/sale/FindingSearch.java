package com.vsoxp.alliance.benefits.sale;

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

/** What a list of findings is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class FindingSearch {

    @QueryParam("partnerId")
    @Parameter(description = "Only this partner's.")
    UUID partnerId;

    @QueryParam("from")
    @Parameter(description = "Only sales of this day or later.", example = "2026-01-01")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Only sales of this day or earlier.", example = "2026-12-31")
    LocalDate to;

    /** One page, from the latest day of sale. */
    Page<DiscountFinding> page(PageRequest request) {
        var conditions = new ArrayList<String>();
        var parameters = new Parameters();
        if (partnerId != null) {
            conditions.add("key.partnerId = :partner");
            parameters.and("partner", partnerId);
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
            conditions.add("(soldOn, key.saleId, key.partnerId) < (:lastDay, :lastSale, :lastPartner)");
            parameters
                    .and("lastDay", cursor.day(0))
                    .and("lastSale", cursor.uuid(1))
                    .and("lastPartner", cursor.uuid(2));
        });
        var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        List<DiscountFinding> rows = DiscountFinding.<DiscountFinding>find(
                        where + "order by soldOn desc, key.saleId desc, key.partnerId desc", parameters)
                .range(0, request.rowsToRead() - 1)
                .list();
        return Page.of(rows, request, last -> Cursor.encode(last.soldOn, last.key.saleId(), last.key.partnerId()));
    }
}
