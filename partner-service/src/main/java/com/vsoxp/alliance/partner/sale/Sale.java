package com.vsoxp.alliance.partner.sale;

import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.partner.sale.share.Apportionment;
import com.vsoxp.alliance.partner.sale.share.Share;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;

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

    /** What it was sold by; null for none. */
    public UUID quoteId;

    @Version
    public long version;

    /** Who has how much of it, the largest share first; empty for all to the partner. */
    @ElementCollection
    @CollectionTable(name = "sale_share", joinColumns = @JoinColumn(name = "sale_id"))
    @OrderBy("percent DESC, dealtAs")
    @BatchSize(size = 200)
    public List<Share> shares = new ArrayList<>();

    /**
     * A sale that is to be recorded.
     *
     * @param percents the shares, by partner; empty for all to the partner
     */
    public static Sale of(
            String system, UUID partnerId, Map<UUID, Integer> percents, SaleRequest request, Instant now) {
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
        sale.quoteId = request.quoteId();
        percents.forEach((partner, percent) -> sale.shares.add(new Share(partner, percent, sale.soldOn, partner)));
        sale.shares.sort(Share.LARGEST_FIRST);
        return sale;
    }

    /** The sale of that order. */
    public static Optional<Sale> ofOrder(String system, String orderNumber) {
        return find("system = ?1 and orderNumber = ?2", system, orderNumber).firstResultOptional();
    }

    /** What its reporter calls it. */
    public SaleOrder order() {
        return new SaleOrder(system, orderNumber);
    }

    /** The sale, or 404. */
    public static Sale require(UUID id) {
        return Sale.<Sale>findByIdOptional(id).orElseThrow(() -> Problems.notFound("sale", id));
    }

    /** Whose it is now, as the database has it, in the order of their ids; 404 for an unknown sale. */
    @SuppressWarnings("unchecked")
    public static List<UUID> partnersOf(UUID id) {
        List<UUID> partners = getEntityManager()
                .createNativeQuery("""
                        select partner_id from sale where id = :id
                        union select partner_id from sale_share where sale_id = :id
                        order by partner_id""", UUID.class)
                .setParameter("id", id)
                .getResultList();
        if (partners.isEmpty()) {
            throw Problems.notFound("sale", id);
        }
        return partners;
    }

    /** The sale as it is now; until the transaction ends nobody else may write it. */
    public Sale locked() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    /** Whose it is: the partners that share in it, or the one that has all of it. */
    public List<UUID> partners() {
        return holders().stream().distinct().toList();
    }

    /** All who share in it, under their present ids and under those that it was reported of; empty for all to the partner. */
    List<UUID> sharers() {
        return shares.stream()
                .flatMap(share -> Stream.of(share.partnerId(), share.dealtAs()))
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    /** The partner of each share: one whose record was merged with a sharer's may have several. */
    private List<UUID> holders() {
        return shares.isEmpty()
                ? List.of(partnerId)
                : shares.stream().map(Share::partnerId).toList();
    }

    /** Whether the partner has a part in it. */
    public boolean isOf(UUID partner) {
        return partnerId.equals(partner) || partners().contains(partner);
    }

    /** What the sale is for each of its partners, as reported; one whose share is less than a license is there too. */
    List<Part> parts() {
        if (shares.isEmpty()) {
            return List.of(new Part(partnerId, 100, licenses, listTotal(), netTotal()));
        }
        long[] ofLicenses = licensesOf(licenses);
        long[] ofList = centsOf(listTotal());
        long[] ofNet = centsOf(netTotal());
        Map<UUID, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            Part part = new Part(
                    share.partnerId(), share.percent(), (int) ofLicenses[i], money(ofList[i]), money(ofNet[i]));
            parts.merge(share.partnerId(), part, Part::plus);
        }
        return List.copyOf(parts.values());
    }

    /** How many licenses each of the {@link #partners} loses when, of so many that are left, so many come back. */
    public Map<UUID, Integer> lostBy(int left, int reversed) {
        long[] before = licensesOf(left);
        long[] after = licensesOf(left - reversed);
        List<UUID> holders = holders();
        Map<UUID, Integer> lost = new LinkedHashMap<>();
        for (int i = 0; i < holders.size(); i++) {
            lost.merge(holders.get(i), (int) (before[i] - after[i]), Integer::sum);
        }
        return lost;
    }

    /**
     * What the licenses came to net that a partner loses then: in proportion, and all of its part to the last cent when its
     * last one comes back.
     */
    public Money netLostBy(UUID partner, int left, int reversed) {
        Part part = parts().stream()
                .filter(one -> one.partnerId().equals(partner))
                .findFirst()
                .orElseThrow();
        long before = part.netOf(lostBy(left, left).get(partner));
        long after = part.netOf(lostBy(left - reversed, left - reversed).get(partner));
        return money(before - after);
    }

    private long[] licensesOf(int whole) {
        return shares.isEmpty() ? new long[] {whole} : apportionment().of(whole);
    }

    private long[] centsOf(Money total) {
        return apportionment().of(total.amount().unscaledValue().longValueExact());
    }

    private Money money(long cents) {
        return new Money(BigDecimal.valueOf(cents, currency.getDefaultFractionDigits()), currency);
    }

    private Apportionment apportionment() {
        return new Apportionment(shares.stream().map(Share::percent).toList());
    }

    Money listTotal() {
        return Money.rounded(listAmount, currency);
    }

    Money netTotal() {
        return Money.rounded(netAmount, currency);
    }

    /** What has not been reversed. */
    public int licensesLeft() {
        return licenses - licensesReversed;
    }

    /** Whether both report the same, so that one is a repetition of the other. */
    public boolean reportsSameAs(Sale other) {
        return partnerId.equals(other.partnerId)
                && product.equals(other.product)
                && licenses == other.licenses
                && listTotal().equals(other.listTotal())
                && netTotal().equals(other.netTotal())
                && soldOn.equals(other.soldOn)
                && Objects.equals(quoteId, other.quoteId)
                && percents().equals(other.percents());
    }

    private Map<UUID, Integer> percents() {
        return shares.stream().collect(toMap(Share::partnerId, Share::percent, Integer::sum));
    }
}
