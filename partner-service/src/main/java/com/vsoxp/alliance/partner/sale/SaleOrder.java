package com.vsoxp.alliance.partner.sale;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What its reporter calls a sale.
 *
 * @param system the reporter
 * @param number the order's, unique within
 */
public record SaleOrder(String system, String number) {

    // The limit keeps the planner to one look into the index for each order.
    private static final String SALES = """
            select s.* from unnest(:systems, :numbers) as asked (system, order_number)
            cross join lateral (
                select * from sale s
                where s.system = asked.system and s.order_number = asked.order_number limit 1) s""";

    /** The sales of those orders, as far as there are any. */
    @SuppressWarnings("unchecked")
    public static Map<SaleOrder, Sale> sales(Collection<SaleOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        List<Sale> sales = Sale.getEntityManager()
                .createNativeQuery(SALES, Sale.class)
                .setParameter("systems", orders.stream().map(SaleOrder::system).toArray(String[]::new))
                .setParameter("numbers", orders.stream().map(SaleOrder::number).toArray(String[]::new))
                .getResultList();
        return sales.stream().collect(Collectors.toMap(Sale::order, sale -> sale));
    }
}
