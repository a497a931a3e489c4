package com.vsoxp.alliance.eligibility.intake;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.decision.News;
import com.vsoxp.alliance.eligibility.decision.TakeNews;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.eligibility.fact.SalePrice;
import com.vsoxp.alliance.eligibility.gap.NoteSetAside;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.inbox.SetAside;
import com.vsoxp.alliance.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Hears of sales and their reversals. A reversal is a sale of so many licenses less, on the day of the sale itself. */
@ApplicationScoped
public class SalesIntake implements Intake {

    private static final String SALE = "LICENSE_SALE";

    private record SaleRecorded(UUID partnerId, RecordedSale sale) {

        FactChange change(ReceivedEvent event) {
            Fact fact = new Fact(sale.id, SALE, sale.soldOn, null, sale.licenses, sale.netTotal);
            return new FactChange.Recorded(
                    partnerId, fact, event.sequence(), event.time(), new SalePrice(sale.listTotal, null));
        }
    }

    private record RecordedSale(UUID id, long licenses, LocalDate soldOn, Money listTotal, Money netTotal) {}

    private record SaleReversed(UUID partnerId, ReversedSale reversal) {

        FactChange change(ReceivedEvent event) {
            Fact fact = new Fact(reversal.id, SALE, reversal.soldOn, null, -reversal.licenses, reversal.lost());
            return new FactChange.Recorded(
                    partnerId, fact, event.sequence(), event.time(), new SalePrice(null, reversal.saleId));
        }
    }

    private record ReversedSale(UUID id, UUID saleId, long licenses, Money netTotal, LocalDate soldOn) {

        /** Less than nothing; null where it was not told. */
        Money lost() {
            return netTotal == null ? null : new Money(netTotal.amount().negate(), netTotal.currency());
        }
    }

    private record SaleMoved(UUID partnerId, MovedSale sale) {

        /** The sale and all that was reversed of it count no longer, from their own day on: as if they never had. */
        Stream<FactChange> changes(ReceivedEvent event) {
            return Stream.concat(Stream.of(sale.id), sale.reversalIds.stream())
                    .map(fact -> new FactChange.Withdrawn(
                            partnerId, fact, SALE, sale.soldOn, event.sequence(), event.time()));
        }
    }

    private record MovedSale(UUID id, LocalDate soldOn, List<UUID> reversalIds) {}

    private final TakeNews takeNews;
    private final NoteSetAside noteSetAside;

    SalesIntake(TakeNews takeNews, NoteSetAside noteSetAside) {
        this.takeNews = takeNews;
        this.noteSetAside = noteSetAside;
    }

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AllianceTopics.SALES);
    }

    /** A fact is kept under its own id, and the row that is stored or not tells whether it was heard before. */
    @Override
    public boolean bearsRepetition() {
        return true;
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        noteSetAside.taken(events);
        takeNews.take(news(events));
    }

    /** What the events say of partners. */
    public static News news(List<ReceivedEvent> events) {
        List<FactChange> facts = new ArrayList<>();
        for (ReceivedEvent event : events) {
            switch (event.type()) {
                case "alliance.sale.recorded" ->
                    facts.add(event.dataAs(SaleRecorded.class).change(event));
                case "alliance.sale.reversed" ->
                    facts.add(event.dataAs(SaleReversed.class).change(event));
                case "alliance.sale.moved" ->
                    event.dataAs(SaleMoved.class).changes(event).forEach(facts::add);
                default -> {
                    // Whatever else is ever said of sales does not count.
                }
            }
        }
        return new News(Map.of(), List.of(), facts);
    }

    @Override
    public void setAside(SetAside letter) {
        noteSetAside.note(letter, kindOf(letter));
    }

    /** The kind of fact that is missing while this event is set aside. */
    public static String kindOf(SetAside letter) {
        return SALE;
    }
}
