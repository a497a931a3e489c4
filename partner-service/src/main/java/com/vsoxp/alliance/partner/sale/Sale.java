package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Licenses that a partner sold. What was reversed since is counted beside, so that the sale itself stays as reported. */
@Entity
@Table(name = "sale")
public class Sale extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    /** Who reported it; order numbers are unique within. */
    public String system;

    public String orderNumber;

    public String product;

    public int licenses;

    public BigDecimal listAmount;

    public BigDecimal netAmount;

    public Currency currency;

    public LocalDate soldOn;

    public Instant recordedAt;

    public int licensesReversed;

    @Version
    public long version;

    static Sale of(String system, UUID partnerId, SaleRequest request, Instant now) {
        Sale sale = new Sale();
        sale.id = Ids.next();
        sale.partnerId = partnerId;
        sale.system = system;
        sale.orderNumber = request.orderNumber();
        sale.product = request.product();
        sale.licenses = request.licenses();
        sale.listAmount = request.listTotal().amount();
        sale.netAmount = request.netTotal().amount();
        sale.currency = request.listTotal().currency();
        sale.soldOn = request.soldOn();
        sale.recordedAt = now;
        return sale;
    }

    static Optional<Sale> ofOrder(String system, String orderNumber) {
        return find("system = ?1 and orderNumber = ?2", system, orderNumber).firstResultOptional();
    }

    /** The sale, or 404. */
    static Sale require(UUID id) {
        return Sale.<Sale>findByIdOptional(id).orElseThrow(() -> Problems.notFound("sale", id));
    }

    /** The sale as it is now; until the transaction ends nobody else may write it. */
    Sale locked() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    /**
     * Stores it unless there is a sale of its order number already. One statement, since persisting would have to look
     * first and could still collide; waits for another transaction that stores the same.
     */
    boolean storeIfNew() {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into sale (id, partner_id, system, order_number, product, licenses, list_amount,
                                                  net_amount, currency, sold_on, recorded_at)
                                values (:id, :partnerId, :system, :orderNumber, :product, :licenses, :listAmount,
                                        :netAmount, :currency, :soldOn, :recordedAt)
                                on conflict (system, order_number) do nothing""")
                        .setParameter("id", id)
                        .setParameter("partnerId", partnerId)
                        .setParameter("system", system)
                        .setParameter("orderNumber", orderNumber)
                        .setParameter("product", product)
                        .setParameter("licenses", licenses)
                        .setParameter("listAmount", listAmount)
                        .setParameter("netAmount", netAmount)
                        .setParameter("currency", currency.getCurrencyCode())
                        .setParameter("soldOn", soldOn)
                        .setParameter("recordedAt", recordedAt)
                        .executeUpdate()
                == 1;
    }

    Money listTotal() {
        return Money.rounded(listAmount, currency);
    }

    Money netTotal() {
        return Money.rounded(netAmount, currency);
    }

    /** What has not been reversed. */
    int licensesLeft() {
        return licenses - licensesReversed;
    }

    /** Whether both report the same, so that one is a repetition of the other. */
    boolean reportsSameAs(Sale other) {
        return partnerId.equals(other.partnerId)
                && product.equals(other.product)
                && licenses == other.licenses
                && listTotal().equals(other.listTotal())
                && netTotal().equals(other.netTotal())
                && soldOn.equals(other.soldOn);
    }
}
