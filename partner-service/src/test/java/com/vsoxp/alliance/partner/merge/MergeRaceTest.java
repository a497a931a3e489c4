package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static com.vsoxp.alliance.partner.merge.Merging.idsOf;
import static com.vsoxp.alliance.partner.merge.Merging.merge;
import static com.vsoxp.alliance.partner.merge.Merging.merged;
import static com.vsoxp.alliance.partner.merge.Merging.pay;
import static com.vsoxp.alliance.partner.merge.Merging.reversed;
import static com.vsoxp.alliance.partner.merge.Merging.salesOf;
import static com.vsoxp.alliance.partner.merge.Merging.sold;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/** Merges, and what else happens to the same partners at the same moment. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeRaceTest {

    private static final int CALLERS = 8;

    @RepeatedTest(3)
    void ofManyMergesOfOnePairOneSucceedsWhicheverWayRound() throws Exception {
        UUID one = registered();
        UUID other = registered();

        List<Integer> statuses =
                atOnce(CALLERS, i -> (i % 2 == 0 ? merge(one, other) : merge(other, one)).statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).filteredOn(status -> status != 201).isSubsetOf(409, 422);
    }

    @RepeatedTest(3)
    void whatIsRecordedUnderTheAbsorbedIdWhileItIsMergedIsTheSurvivors() throws Exception {
        UUID survivor = registered();
        UUID absorbed = registered();

        List<Response> answers = atOnce(CALLERS, i -> switch (i % 4) {
            case 0 -> i == 0 ? merge(survivor, absorbed) : pay(absorbed);
            case 1, 2 -> pay(absorbed);
            default -> crm().body(sale(absorbed, order(), 1)).post("/v1/sales");
        });

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        List<String> made = new ArrayList<>(idsOf("fee-payments", survivor));
        made.addAll(salesOf(survivor));
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(answers.stream()
                        .skip(1)
                        .map(answer -> answer.<String>path("id"))
                        .toList());
    }

    @RepeatedTest(3)
    void whatIsRecordedWhileAMergeIsUndoneIsOfExactlyOneOfTheTwo() throws Exception {
        UUID survivor = registered();
        UUID absorbed = registered();
        String sale = sold(absorbed, 100);
        String merge = merged(survivor, absorbed);

        List<Response> answers = atOnce(CALLERS, i -> switch (i % 4) {
            case 0 -> i == 0 ? undo(survivor, merge) : pay(survivor);
            case 1 -> pay(absorbed);
            case 2 -> crm().body("{\"licenses\": 1, \"reason\": \"Too many\"}").post("/v1/sales/{id}/reversals", sale);
            default -> crm().body(sale(absorbed, order(), 1)).post("/v1/sales");
        });

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        List<String> fees = new ArrayList<>(idsOf("fee-payments", survivor));
        fees.addAll(idsOf("fee-payments", absorbed));
        assertThat(fees).doesNotHaveDuplicates().hasSize(3);
        assertThat(salesOf(absorbed)).contains(sale);
        crm().get("/v1/sales/{id}", sale).then().body("licensesReversed", equalTo(2));
    }

    @RepeatedTest(3)
    void aMergeIsUndoneOnce() throws Exception {
        UUID survivor = registered();
        UUID absorbed = registered();
        reversed(sold(absorbed, 3), 1);
        String merge = merged(survivor, absorbed);

        List<Integer> statuses = atOnce(CALLERS, i -> undo(survivor, merge).statusCode());

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(409);
        assertThat(salesOf(absorbed)).hasSize(1);
    }
}
