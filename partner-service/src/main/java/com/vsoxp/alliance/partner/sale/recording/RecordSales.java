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
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.sql.Answers;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
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

    // The foreign key's violation: a reference to nobody.
    private static final String NO_SUCH_PARTNER = "23503";

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
     * @param underway run when little but the database's part is left
     * @return an answer to each report, in their order
     */
    @Transactional(TxType.REQUIRES_NEW) // for it is committed here
    public List<SaleAnswer> record(List<SaleReport> reports, Runnable underway) {
        SaleBatch batch = new SaleBatch(reports);
        batch.refuseTwins();
        try (Connection connection = database.getConnection()) {
            if (!storeAtOnce(connection, batch, underway)) {
                learn(connection, batch);
                store(connection, batch, underway);
            }
        } catch (SQLException e) {
            throw new JDBCException("Could not record sales", e);
        }
        return batch.answers();
    }

    /**
     * Presumes that all of them are new, come for the first time and are of partners that are there, as nearly all are: so everything
     * is stored on one way to the database. Where that is not so, nothing is done, and false is returned.
     */
    private boolean storeAtOnce(Connection connection, SaleBatch batch, Runnable underway) throws SQLException {
        KeptPartners kept = partners.keep(connection, batch.partners());
        List<SaleBatch.Entry> presumed = batch.open();
        batch.makeSales(kept.presumed(), clock.instant());
        batch.open().forEach(entry -> entry.answer = recorded(entry, entry.sale, true));
        underway.run();
        // What is refused now may have been answered under its key before.
        if (presumed.stream().allMatch(entry -> entry.answer instanceof Recorded)
                && isStored(connection, batch, kept)) {
            RoundTrip.commit(connection);
            return true;
        }
        RoundTrip.rollback(connection);
        SaleBatch.open(presumed);
        return false;
    }

    /** Stores all that is to be, and returns whether it was as presumed. */
    private boolean isStored(Connection connection, SaleBatch batch, KeptPartners kept) throws SQLException {
        List<Sale> sales = batch.recorded().map(Recorded::sale).toList();
        List<FirstAnswer> firsts = batch.keptAnswers();
        Question<UUID> stored = storeNewSales.store(sales);
        Question<String> keys = firstAnswers.storing(firsts);
        try {
            Answers answers = RoundTrip.ask(
                    connection,
                    kept.question(),
                    stored,
                    Question.storing(storeNewSales.shares(sales)),
                    Question.storing(outbox.rowsOf(batch.events())),
                    keys,
                    Question.storing(audit.rowsOf(batch.notes())));
            return kept.areAll(answers.to(kept.question()))
                    && answers.to(stored).size() == sales.size()
                    && answers.to(keys).size() == firsts.size();
        } catch (SQLException e) {
            if (NO_SUCH_PARTNER.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Whom the sales are of, and what was answered before. */
    private void learn(Connection connection, SaleBatch batch) throws SQLException {
        Question<FirstAnswer> keys = firstAnswers.to(batch.keys());
        KeptPartners kept = partners.keep(connection, batch.partners());
        Answers answers = RoundTrip.ask(connection, keys, kept.question());
        batch.answerAgain(answers.to(keys));
        batch.makeSales(kept.named(connection, answers.to(kept.question())), clock.instant());
    }

    /** Takes the sales there that are new, and tells of those; the latter commits. */
    private void store(Connection connection, SaleBatch batch, Runnable underway) throws SQLException {
        List<Sale> sales = batch.sales().toList();
        Question<UUID> stored = storeNewSales.store(sales);
        Set<UUID> ids = Set.copyOf(RoundTrip.ask(connection, stored).to(stored));
        Map<SaleOrder, Sale> before = SaleOrder.sales(batch.ordersBut(ids));
        batch.open().forEach(entry -> entry.answer = answer(entry, before));
        underway.run();
        RoundTrip.storeAndCommit(
                connection,
                storeNewSales.shares(
                        sales.stream().filter(sale -> ids.contains(sale.id)).toList()),
                outbox.rowsOf(batch.events()),
                firstAnswers.rowsOf(batch.keptAnswers()),
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
