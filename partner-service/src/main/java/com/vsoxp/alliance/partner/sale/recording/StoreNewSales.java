package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.share.Share;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Stores many sales by one statement. */
@UseCase
class StoreNewSales {

    private record SharedRow(UUID saleId, Share share) {}

    private static final String STORE = """
            insert into sale (id, partner_id, system, order_number, product, licenses, list_amount, net_amount, currency,
                              sold_on, recorded_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::numeric[],
                                 ?::numeric[], ?::text[], ?::date[], ?::timestamptz[])
            on conflict (system, order_number) do nothing
            returning id""";

    private static final String STORE_SHARES = """
            insert into sale_share (sale_id, partner_id, percent, sold_on, dealt_as)
            select * from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::date[], ?::uuid[])""";

    // One order for everybody: writers of the same orders wait for each other in turn, never in a circle.
    private static final Comparator<Sale> BY_ORDER =
            Comparator.<Sale, String>comparing(sale -> sale.system).thenComparing(sale -> sale.orderNumber);

    private final DataSource database;

    StoreNewSales(DataSource database) {
        this.database = database;
    }

    /**
     * Stores those whose order is not in the records yet; waits for other transactions that store the same.
     *
     * @return the ids of those that were stored
     */
    public Set<UUID> store(Collection<Sale> sales) {
        if (sales.isEmpty()) {
            return Set.of();
        }
        try (Connection connection = database.getConnection()) {
            Set<UUID> stored =
                    storeSales(connection, sales.stream().sorted(BY_ORDER).toList());
            storeShares(
                    connection,
                    sales.stream().filter(sale -> stored.contains(sale.id)).toList());
            return stored;
        } catch (SQLException e) {
            throw new JDBCException("Could not store sales", e);
        }
    }

    private static Set<UUID> storeSales(Connection connection, List<Sale> sales) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            new ArrayColumns<>(store, sales)
                    .set("uuid", sale -> sale.id)
                    .set("uuid", sale -> sale.partnerId)
                    .set("text", sale -> sale.system)
                    .set("text", sale -> sale.orderNumber)
                    .set("text", sale -> sale.product)
                    .set("int4", sale -> sale.licenses)
                    .set("numeric", sale -> sale.listAmount)
                    .set("numeric", sale -> sale.netAmount)
                    .set("text", sale -> sale.currency.getCurrencyCode())
                    .set("date", sale -> sale.soldOn)
                    .set("timestamptz", sale -> sale.recordedAt);
            Set<UUID> stored = new HashSet<>();
            try (ResultSet rows = store.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getObject(1, UUID.class));
                }
            }
            return stored;
        }
    }

    private static void storeShares(Connection connection, List<Sale> sales) throws SQLException {
        List<SharedRow> shares = sales.stream()
                .flatMap(sale -> sale.shares.stream().map(share -> new SharedRow(sale.id, share)))
                .toList();
        if (shares.isEmpty()) {
            return;
        }
        try (PreparedStatement store = connection.prepareStatement(STORE_SHARES)) {
            new ArrayColumns<>(store, shares)
                    .set("uuid", SharedRow::saleId)
                    .set("uuid", row -> row.share.partnerId())
                    .set("int2", row -> row.share.percent())
                    .set("date", row -> row.share.soldOn())
                    .set("uuid", row -> row.share.dealtAs());
            store.executeUpdate();
        }
    }
}
