package com.vsoxp.alliance.partner.sale.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.KnownPartners;
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
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
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
     * @return an answer to each report, in their order; good once the transaction has committed
     */
    @Transactional
    public List<SaleAnswer> record(List<SaleReport> reports) {
        SaleBatch batch = new SaleBatch(reports);
        batch.refuseTwins();
        batch.answerAgain(firstAnswers.find(batch.keys()));
        batch.makeSales(partners.keep(batch.partners()), clock.instant());
        Set<UUID> stored = storeNewSales.store(batch.sales().toList());
        Map<SaleOrder, Sale> before = SaleOrder.sales(batch.ordersBut(stored));
        batch.open().forEach(entry -> entry.answer = answer(entry, before));
        tellOf(batch);
        return batch.answers();
    }

    private void tellOf(SaleBatch batch) {
        List<FirstAnswer> kept = batch.recorded()
                .map(Recorded::kept)
                .filter(answer -> answer != null)
                .toList();
        try (Connection connection = database.getConnection()) {
            RoundTrip.store(
                    connection,
                    outbox.rowsOf(connection, batch.events()),
                    firstAnswers.rowsOf(kept),
                    audit.rowsOf(batch.notes()));
        } catch (SQLException e) {
            throw new JDBCException("Could not tell of sales", e);
        }
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
