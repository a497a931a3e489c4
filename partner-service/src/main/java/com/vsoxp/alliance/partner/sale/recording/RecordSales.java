package com.vsoxp.alliance.partner.sale.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.key.KeptPartners;
import com.vsoxp.alliance.partner.partner.key.KnownPartners;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.SaleOrder;
import com.vsoxp.alliance.partner.sale.SaleView;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Recorded;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Refused;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.FirstAnswers;
import com.vsoxp.alliance.platform.outbox.Allotted;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.sql.Answers;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Takes sales into the records, many in one transaction. */
@UseCase
public class RecordSales {

    private final FirstAnswers firstAnswers;
    private final KnownPartners partners;
    private final StoreNewSales storeNewSales;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ObjectMapper json;
    private final Clock clock;
    private final DataSource database;

    RecordSales(
            FirstAnswers firstAnswers,
            KnownPartners partners,
            StoreNewSales storeNewSales,
            Outbox outbox,
            NoteInAudit audit,
            ObjectMapper json,
            Clock clock,
            DataSource database) {
        this.firstAnswers = firstAnswers;
        this.partners = partners;
        this.storeNewSales = storeNewSales;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Records each sale once, however often and by however many requests it is reported. A report that cannot be recorded
     * spoils no other.
     *
     * @param committing run when all but the last way to the database, which commits, is behind
     * @return an answer to each report, in their order
     */
    @Transactional(TxType.REQUIRES_NEW) // for it is committed here
    public List<SaleAnswer> record(List<SaleReport> reports, Runnable committing) {
        SaleBatch batch = new SaleBatch(reports);
        batch.refuseTwins();
        try (Connection connection = database.getConnection()) {
            learn(connection, batch);
            store(connection, batch, committing);
        } catch (SQLException e) {
            throw new JDBCException("Could not record sales", e);
        }
        return batch.answers();
    }

    /** Whom the sales are of, and what was answered before: the first way to the database. */
    private void learn(Connection connection, SaleBatch batch) throws SQLException {
        Question<FirstAnswer> keys = firstAnswers.to(batch.keys());
        KeptPartners kept = partners.keep(connection, batch.partners());
        Answers answers = RoundTrip.ask(connection, keys, kept.question());
        batch.answerAgain(answers.to(keys));
        batch.makeSales(kept.named(connection, answers.to(kept.question())), clock.instant());
    }

    /** The second takes the sales there, and the third what is to be told of them; the latter commits. */
    private void store(Connection connection, SaleBatch batch, Runnable committing) throws SQLException {
        List<Sale> sales = batch.sales().toList();
        Question<UUID> stored = storeNewSales.store(sales);
        // Few of them were reported before: places for their events are given back.
        Question<Allotted> places = outbox.placesFor(batch.expectedEvents());
        Answers answers = RoundTrip.ask(connection, stored, places);
        Set<UUID> ids = Set.copyOf(answers.to(stored));
        Map<SaleOrder, Sale> before = SaleOrder.sales(batch.ordersBut(ids));
        batch.open().forEach(entry -> entry.answer = answer(entry, before));
        List<FirstAnswer> kept = batch.recorded()
                .map(Recorded::kept)
                .filter(answer -> answer != null)
                .toList();
        Rows<?> events = outbox.rowsOf(connection, answers.to(places), batch.events());
        committing.run();
        RoundTrip.storeAndCommit(
                connection,
                storeNewSales.shares(sales, ids),
                events,
                firstAnswers.rowsOf(kept),
                audit.rowsOf(batch.notes()));
    }

    private SaleAnswer answer(SaleBatch.Entry entry, Map<SaleOrder, Sale> before) {
        Sale first = before.get(entry.sale.order());
        if (first == null || first.id.equals(entry.sale.id)) {
            return recorded(entry, entry.sale, true);
        }
        return first.reportsSameAs(entry.sale)
                ? recorded(entry, first, false)
                : new Refused(Problems.conflict(
                        "ORDER_NUMBER_TAKEN",
                        "The order " + first.orderNumber + " was reported before, as something else: sale " + first.id
                                + "."));
    }

    private Recorded recorded(SaleBatch.Entry entry, Sale sale, boolean isNew) {
        FirstAnswer kept = entry.report
                .keyed()
                .map(key -> FirstAnswer.to(
                        key,
                        isNew ? 201 : 200,
                        isNew ? "/v1/sales/" + sale.id : null,
                        ETags.ofVersion(sale.version),
                        body(sale),
                        clock.instant()))
                .orElse(null);
        return new Recorded(sale, isNew, kept);
    }

    private byte[] body(Sale sale) {
        try {
            return json.writeValueAsBytes(SaleView.of(sale));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sale cannot be written as JSON", e);
        }
    }
}
