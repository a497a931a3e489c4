package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.share.Share;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Stores many sales by one statement. */
@UseCase
class StoreNewSales {

    private record SharedRow(UUID saleId, Share share) {}

    private static final String STORE = """
            insert into sale (id, partner_id, system, order_number, product, licenses, list_amount, net_amount, currency,
                              sold_on, recorded_at, quote_id)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::int[]), unnest(?::numeric[]), unnest(?::numeric[]), unnest(?::text[]), unnest(?::date[]),
                unnest(?::timestamptz[]), unnest(?::uuid[])
            on conflict (system, order_number) do nothing
            returning id""";

    private static final String STORE_SHARES = """
            insert into sale_share (sale_id, partner_id, percent, sold_on, dealt_as)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::smallint[]), unnest(?::date[]), unnest(?::uuid[])""";

    // One order for everybody: writers of the same orders wait for each other in turn, never in a circle.
    private static final Comparator<Sale> BY_ORDER =
            Comparator.<Sale, String>comparing(sale -> sale.system).thenComparing(sale -> sale.orderNumber);

    /**
     * Stores those whose order is not in the records yet, and answers their ids; waits for other transactions that store the same. Their
     * shares are stored {@link #shares apart}.
     */
    Question<UUID> store(Collection<Sale> sales) {
        Rows<Sale> rows = new Rows<>(
                STORE, sales.stream().sorted(BY_ORDER).toList(), columns -> columns.set("uuid", sale -> sale.id)
                        .set("uuid", sale -> sale.partnerId)
                        .set("text", sale -> sale.system)
                        .set("text", sale -> sale.orderNumber)
                        .set("text", sale -> sale.product)
                        .set("int4", sale -> sale.licenses)
                        .set("numeric", sale -> sale.listAmount)
                        .set("numeric", sale -> sale.netAmount)
                        .set("text", sale -> sale.currency.getCurrencyCode())
                        .set("date", sale -> sale.soldOn)
                        .set("timestamptz", sale -> sale.recordedAt)
                        .set("uuid", sale -> sale.quoteId));
        return new Question<>(rows, row -> row.getObject(1, UUID.class));
    }

    /** What each partner has of the sales. */
    Rows<?> shares(Collection<Sale> sales) {
        List<SharedRow> shares = sales.stream()
                .flatMap(sale -> sale.shares.stream().map(share -> new SharedRow(sale.id, share)))
                .toList();
        return new Rows<>(STORE_SHARES, shares, columns -> columns.set("uuid", SharedRow::saleId)
                .set("uuid", row -> row.share.partnerId())
                .set("int2", row -> row.share.percent())
                .set("date", row -> row.share.soldOn())
                .set("uuid", row -> row.share.dealtAs()));
    }
}
