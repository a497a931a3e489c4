package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.persistence.Query;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of sales is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class SaleSearch {

    private static final String OF_ALL = "select * from sale where true%s order by sold_on, id limit :limit";

    // Two walks along an index, each no longer than the page: a partner's own sales, and those it shares in.
    private static final String OF_ONE = """
            select s.* from (
                (select sold_on, id from sale where partner_id = :partnerId%s order by sold_on, id limit :limit)
                union
                (select sold_on, id from
                        (select distinct sold_on, sale_id as id from sale_share where partner_id = :partnerId)
                    where true%s order by sold_on, id limit :limit)
            ) found join sale s using (id) order by s.sold_on, s.id limit :limit""";

    @QueryParam("partnerId")
    @Parameter(description = "Only this partner's sales, and those it shares in.")
    UUID partnerId;

    @QueryParam("from")
    @Parameter(description = "Only sales of this day or later.", example = "2026-01-01")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Only sales of this day or earlier.", example = "2026-12-31")
    LocalDate to;

    /** One page, from the earliest day of sale to the latest. */
    Page<Sale> page(PageRequest request) {
        StringBuilder where = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (from != null) {
            where.append(" and sold_on >= :from");
            parameters.put("from", from);
        }
        if (to != null) {
            where.append(" and sold_on <= :to");
            parameters.put("to", to);
        }
        request.cursor().ifPresent(cursor -> {
            where.append(" and (sold_on, id) > (:afterDay, :afterId)");
            parameters.put("afterDay", cursor.day(0));
            parameters.put("afterId", cursor.uuid(1));
        });
        if (partnerId != null) {
            parameters.put("partnerId", partnerId);
        }
        return Page.of(
                rows(partnerId == null ? OF_ALL.formatted(where) : OF_ONE.formatted(where, where), parameters, request),
                request,
                sale -> Cursor.encode(sale.soldOn, sale.id));
    }

    @SuppressWarnings("unchecked")
    private static List<Sale> rows(String select, Map<String, Object> parameters, PageRequest request) {
        Query query = Sale.getEntityManager()
                .createNativeQuery(select, Sale.class)
                .setParameter("limit", request.rowsToRead());
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
