package com.vsoxp.alliance.benefits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import java.util.List;
import java.util.UUID;

/** What partner-service says of sales, made from its golden samples. Totals are in US dollars. */
public final class Sold {

    public static final String SALES = "alliance.sales";
    public static final String RECORDED = "alliance.sale.recorded";
    public static final String REVERSED = "alliance.sale.reversed";
    public static final String MOVED = "alliance.sale.moved";

    private Sold() {}

    /** The partner sold licenses, by a quote or, with null, without. */
    public static UUID sold(
            UUID partner, long sequence, String soldOn, int licenses, String list, String net, UUID quote) {
        var sale = Ids.next();
        publish(RECORDED, partner, recorded(partner, sequence, sale, soldOn, licenses, list, net, quote));
        return sale;
    }

    public static ObjectNode recorded(
            UUID partner, long sequence, UUID sale, String soldOn, int licenses, String list, String net, UUID quote) {
        var body = body(RECORDED, partner, sequence);
        var fact = (ObjectNode) body.get("sale");
        fact.put("id", sale.toString())
                .put("orderNumber", "SO-" + sale)
                .put("licenses", licenses)
                .put("soldOn", soldOn)
                .put("quoteId", quote == null ? null : quote.toString());
        ((ObjectNode) fact.get("listTotal")).put("amount", list);
        ((ObjectNode) fact.get("netTotal")).put("amount", net);
        return body;
    }

    /** Licenses of a sale came back, which came to so much. */
    public static UUID reversed(UUID partner, long sequence, UUID sale, String soldOn, int licenses, String net) {
        var reversal = Ids.next();
        publish(REVERSED, partner, reversal(partner, sequence, sale, reversal, soldOn, licenses, net));
        return reversal;
    }

    public static ObjectNode reversal(
            UUID partner, long sequence, UUID sale, UUID reversal, String soldOn, int licenses, String net) {
        var body = body(REVERSED, partner, sequence);
        var fact = (ObjectNode) body.get("reversal");
        fact.put("id", reversal.toString())
                .put("saleId", sale.toString())
                .put("licenses", licenses)
                .put("soldOn", soldOn);
        ((ObjectNode) fact.get("netTotal")).put("amount", net);
        return body;
    }

    /** The sale is another partner's now, with its reversals. */
    public static ObjectNode moved(
            UUID partner, long sequence, UUID sale, UUID to, String soldOn, List<UUID> reversals) {
        var body = body(MOVED, partner, sequence);
        var fact = (ObjectNode) body.get("sale");
        fact.put("id", sale.toString()).put("movedTo", to.toString()).put("soldOn", soldOn);
        var ids = fact.putArray("reversalIds");
        reversals.forEach(id -> ids.add(id.toString()));
        return body;
    }

    public static UUID publish(String type, UUID partner, ObjectNode body) {
        EventContract.mustMatchSchema(type, body);
        return Topics.publish(SALES, type, partner.toString(), body);
    }

    private static ObjectNode body(String type, UUID partner, long sequence) {
        ObjectNode body = EventContract.sample(type).deepCopy();
        return body.put("partnerId", partner.toString()).put("sequence", sequence);
    }
}
