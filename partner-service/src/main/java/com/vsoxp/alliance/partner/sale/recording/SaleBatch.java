package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.partner.audit.AuditNote;
import com.vsoxp.alliance.partner.partner.key.PartnerReference;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.SaleEvents;
import com.vsoxp.alliance.partner.sale.SaleOrder;
import com.vsoxp.alliance.partner.sale.SaleRequest.ShareRequest;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.AnsweredBefore;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Recorded;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Refused;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.KeyedRequest;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports on their way through one transaction: those that are answered drop out, the others go on. */
final class SaleBatch {

    /** A report, the sale it makes, and its answer; the latter two come in time. */
    static final class Entry {

        final SaleReport report;
        Sale sale;
        SaleAnswer answer;

        private Entry(SaleReport report) {
            this.report = report;
        }
    }

    private final List<Entry> entries;

    SaleBatch(List<SaleReport> reports) {
        entries = reports.stream().map(Entry::new).toList();
    }

    /** Those that are not answered yet. */
    List<Entry> open() {
        return entries.stream().filter(entry -> entry.answer == null).toList();
    }

    /** One answer for each report, in their order. */
    List<SaleAnswer> answers() {
        return entries.stream().map(entry -> entry.answer).toList();
    }

    /** Of two requests under one key the second comes too early. */
    void refuseTwins() {
        Set<FirstAnswer.Id> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.report.keyed().filter(key -> !seen.add(key.id())).isPresent()) {
                entry.answer = new Refused(Problems.idempotencyKeyBusy());
            }
        }
    }

    List<KeyedRequest> keys() {
        return open().stream().flatMap(entry -> entry.report.keyed().stream()).toList();
    }

    /** Takes back what was presumed of these. */
    static void open(List<Entry> entries) {
        entries.forEach(entry -> {
            entry.sale = null;
            entry.answer = null;
        });
    }

    /** Answers requests again that were answered before. */
    void answerAgain(List<FirstAnswer> answered) {
        Map<FirstAnswer.Id, FirstAnswer> before = new HashMap<>();
        answered.forEach(first -> before.put(first.id, first));
        open().forEach(entry -> entry.report
                .keyed()
                .map(key -> before.get(key.id()))
                .ifPresent(first -> entry.answer = again(first, entry.report.key())));
    }

    private static SaleAnswer again(FirstAnswer first, KeyedRequest key) {
        return first.answers(key) ? new AnsweredBefore(first) : new Refused(Problems.idempotencyKeyReused());
    }

    Set<PartnerReference> partners() {
        Set<PartnerReference> named = new HashSet<>();
        open().forEach(entry -> entry.report.partners().forEach(named::add));
        return named;
    }

    /** Makes the sales, now that it is known whose they are. */
    void makeSales(Map<PartnerReference, UUID> partners, Instant now) {
        for (Entry entry : open()) {
            List<FieldError> errors = new ArrayList<>();
            Map<UUID, Integer> percents = percents(entry.report, partners, errors);
            UUID seller = partners.get(entry.report.request().partner());
            if (seller == null) {
                errors.add(unknown("", entry.report.request().partner()));
            } else if (errors.isEmpty() && !percents.isEmpty() && !percents.containsKey(seller)) {
                errors.add(new FieldError("/shares", "SELLER_MISSING", "must say what the partner of the sale has."));
            }
            if (errors.isEmpty()) {
                entry.sale = Sale.of(entry.report.system(), seller, percents, entry.report.request(), now);
            } else {
                entry.answer = new Refused(Problems.rule(errors));
            }
        }
    }

    private static Map<UUID, Integer> percents(
            SaleReport report, Map<PartnerReference, UUID> partners, List<FieldError> errors) {
        Map<UUID, Integer> percents = new LinkedHashMap<>();
        Set<PartnerReference> named = new HashSet<>();
        List<ShareRequest> shares = report.request().shares();
        for (int i = 0; i < shares.size(); i++) {
            String pointer = "/shares/" + i;
            UUID sharer = partners.get(shares.get(i).partner());
            if (sharer == null) {
                errors.add(unknown(pointer, shares.get(i).partner()));
            } else if (!named.add(shares.get(i).partner())) {
                errors.add(new FieldError(pointer, "NAMED_TWICE", "names a partner that another share names."));
            } else {
                // Two names are one partner's since a merge, and what was reported before it is reported again in the
                // same words.
                percents.merge(sharer, shares.get(i).percent(), Integer::sum);
            }
        }
        return percents;
    }

    private static FieldError unknown(String parent, PartnerReference reference) {
        String field = reference.id() == null ? "/partnerExternalId" : "/partnerId";
        return new FieldError(parent + field, "UNKNOWN_PARTNER", "There is no such partner.");
    }

    Stream<Recorded> recorded() {
        return answers().stream().filter(Recorded.class::isInstance).map(Recorded.class::cast);
    }

    /** What is answered under keys from now on. */
    List<FirstAnswer> keptAnswers() {
        return recorded().map(Recorded::kept).filter(Objects::nonNull).toList();
    }

    /** What is to be told of the new sales, each as part of the trace that brought it. */
    List<NewEvent> events() {
        return newOnes()
                .flatMap(entry -> SaleEvents.recorded(entry.sale).stream()
                        .map(event -> event.tracedBy(entry.report.reporter().traceParent())))
                .toList();
    }

    List<AuditNote> notes() {
        return newOnes()
                .map(entry -> new AuditNote(
                        entry.sale.partnerId,
                        "SALE_RECORDED",
                        entry.sale.id,
                        Map.of("order", entry.sale.orderNumber, "licenses", entry.sale.licenses),
                        entry.report.reporter()))
                .toList();
    }

    private Stream<Entry> newOnes() {
        return entries.stream().filter(entry -> entry.answer instanceof Recorded recorded && recorded.isNew());
    }

    /** The orders of all sales but those. */
    Set<SaleOrder> ordersBut(Set<UUID> stored) {
        return sales().filter(sale -> !stored.contains(sale.id))
                .map(Sale::order)
                .collect(Collectors.toSet());
    }

    Stream<Sale> sales() {
        return open().stream().map(entry -> entry.sale);
    }
}
