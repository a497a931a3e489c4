package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.deal.conflict.CustomerKey;
import com.vsoxp.alliance.partner.deal.conflict.FindConflicts;
import com.vsoxp.alliance.partner.deal.life.DealStatus;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.persistence.Query;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of deals is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. */
public class DealSearch {

    @QueryParam("partnerId")
    @Parameter(description = "Only this partner's deals.")
    UUID partnerId;

    @QueryParam("status")
    @Parameter(description = "Where the deal stands today.")
    DealStatus status;

    @QueryParam("customer")
    @Parameter(
            description = "Part of the customer's name; case, accents and legal form are forgiven.",
            example = "contoso")
    String customer;

    @QueryParam("conflicting")
    @Parameter(description = "`true` for only those that conflict with another partner's; not for partners.")
    Boolean conflicting;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    boolean asksForConflicts() {
        return conflicting != null;
    }

    /** One page, in the order of registration. */
    @SuppressWarnings("unchecked")
    Page<Deal> page(PageRequest request, LocalDate today) {
        filter(today);
        request.cursor().ifPresent(cursor -> where("d.id > :after", "after", cursor.uuid(0)));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Query query = Deal.getEntityManager()
                .createNativeQuery("select d.* from deal d" + where + " order by d.id limit :limit", Deal.class)
                .setParameter("limit", request.rowsToRead());
        parameters.forEach(query::setParameter);
        return Page.byId((List<Deal>) query.getResultList(), request, deal -> deal.id);
    }

    private void filter(LocalDate today) {
        if (partnerId != null) {
            where("d.partner_id = :partner", "partner", partnerId);
        }
        if (status != null) {
            where(statusCondition(), "status", status.name());
            if (status.isOpen() || status == DealStatus.EXPIRED) {
                parameters.put("today", today);
            }
        }
        if (customer != null && !customer.isBlank()) {
            where("d.customer_key like :customer", "customer", "%" + CustomerKey.nameKey(customer) + "%");
        }
        if (conflicting != null) {
            String exists = "exists (select 1 from deal o where " + FindConflicts.ARE_IN_CONFLICT + ")";
            where(conflicting ? exists : "not " + exists, "today", today);
        }
    }

    /** A deal is over on its day, whether or not that was written down. */
    private String statusCondition() {
        return switch (status) {
            case REGISTERED, APPROVED -> "d.status = :status and d.expires_on > :today";
            case EXPIRED -> "(d.status = :status or d.status in ('REGISTERED', 'APPROVED') and d.expires_on <= :today)";
            case REJECTED, CONVERTED -> "d.status = :status";
        };
    }

    private void where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
