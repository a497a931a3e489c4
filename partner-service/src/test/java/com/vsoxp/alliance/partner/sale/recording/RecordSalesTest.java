package com.vsoxp.alliance.partner.sale.recording;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.partner.audit.AuditActor;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.SaleRequest;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.AnsweredBefore;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Recorded;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer.Refused;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.KeyedRequest;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is first presumed to be new throughout; what is not so must come out as if each report had come alone. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RecordSalesTest {

    private static final Money PRICE = new Money(new BigDecimal("2997.00"), Currency.getInstance("USD"));
    private static final AuditActor REPORTER = new AuditActor(
            "crm-test", null, List.of("crm"), null, "00-11111111111111111111111111111111-2222222222222222-00");

    @Inject
    RecordSales recordSales;

    private UUID partner;

    @BeforeEach
    void register() {
        partner = registered();
    }

    @Test
    void aGroupOfNewSalesIsRecordedWithTheAnswersUnderItsKeys() {
        SaleReport first = report(partner, order(), key());
        SaleReport second = report(partner, order(), key());

        assertThat(record(first, second)).allMatch(RecordSalesTest::isNew);
        assertThat(record(first, second)).allMatch(AnsweredBefore.class::isInstance);
        assertToldOf(2);
    }

    @Test
    void aReportOfAnUnknownPartnerSpoilsNoOther() {
        assertTheOneAnswersAndTheOtherIsNew(report(UUID.randomUUID(), order(), key()), Refused.class);
    }

    @Test
    void aSaleThatWasReportedBeforeSpoilsNoOther() {
        SaleReport before = report(partner, order(), null);
        record(before);
        List<SaleAnswer> answers = record(before, report(partner, order(), null));

        assertThat(answers).extracting(RecordSalesTest::isNew).containsExactly(false, true);
        assertToldOf(2);
    }

    @Test
    void anOrderThatIsReportedTwiceInAGroupIsOneSale() {
        SaleReport report = report(partner, order(), null);

        assertThat(record(report, report))
                .extracting(answer -> ((Recorded) answer).sale().id)
                .hasSize(2);
        assertThat(Sale.count("partnerId", partner)).isEqualTo(1);
        assertToldOf(1);
    }

    @Test
    void aKeyThatCameBeforeIsAnsweredAgainWhateverItsReportNamesNow() {
        KeyedRequest key = key();
        record(report(partner, order(), key));

        assertTheOneAnswersAndTheOtherIsNew(report(partner, order(), key), AnsweredBefore.class);
        assertTheOneAnswersAndTheOtherIsNew(report(UUID.randomUUID(), order(), key), AnsweredBefore.class);
        KeyedRequest another = new KeyedRequest(key.id(), new byte[32]);
        assertTheOneAnswersAndTheOtherIsNew(report(partner, order(), another), Refused.class);
    }

    @Test
    void aSaleOfARecordThatWasMergedAwayIsItsSurvivors() {
        UUID absorbed = registered();
        crm().body("{\"absorbedId\": \"%s\", \"reason\": \"Entered twice\"}".formatted(absorbed))
                .post("/v1/partners/{id}/merges", partner)
                .then()
                .statusCode(201);
        List<SaleAnswer> answers = record(report(absorbed, order(), key()), report(partner, order(), key()));

        assertThat(answers).allMatch(RecordSalesTest::isNew);
        assertThat(answers)
                .extracting(answer -> ((Recorded) answer).sale().partnerId)
                .containsOnly(partner);
    }

    private void assertTheOneAnswersAndTheOtherIsNew(SaleReport one, Class<? extends SaleAnswer> answer) {
        List<SaleAnswer> answers = record(one, report(partner, order(), key()));
        assertThat(answers.getFirst()).isInstanceOf(answer);
        assertThat(answers.getLast()).matches(RecordSalesTest::isNew);
        assertThat(Sale.count("orderNumber", one.request().orderNumber())).isZero();
    }

    private List<SaleAnswer> record(SaleReport... reports) {
        return recordSales.record(List.of(reports), () -> {});
    }

    private static boolean isNew(SaleAnswer answer) {
        return answer instanceof Recorded recorded && recorded.isNew();
    }

    private void assertToldOf(int sales) {
        Told.of(partner, "alliance.sale.recorded", told -> told.at("/sequence").longValue() >= sales);
        assertThat(Told.types(partner, "alliance.sales")).hasSize(sales);
    }

    private static KeyedRequest key() {
        return new KeyedRequest(new FirstAnswer.Id("crm-test", UUID.randomUUID().toString()), new byte[] {1, 2, 3});
    }

    private static SaleReport report(UUID partner, String order, KeyedRequest key) {
        SaleRequest request = new SaleRequest(
                partner, null, order, 3, "VSO-XP", PRICE, PRICE, LocalDate.of(2026, 3, 2), List.of(), null);
        return new SaleReport("crm-test", request, key, REPORTER);
    }
}
