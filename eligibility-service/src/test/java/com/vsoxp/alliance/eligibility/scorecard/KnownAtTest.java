package com.vsoxp.alliance.eligibility.scorecard;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.eligibility.decision.News;
import com.vsoxp.alliance.eligibility.decision.TakeNews;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was known then, whatever has been said since. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class KnownAtTest {

    private static final Instant BEGAN = TODAY.minusDays(500).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final String SALES = "requirements.find { it.code == 'LICENSE_SALES' }.";

    @Inject
    TakeNews takeNews;

    @Inject
    ObjectMapper json;

    /** Something that is said at a moment, of whichever partner. */
    private interface Saying {
        News of(UUID partner);
    }

    private record Said(Instant at, Saying saying) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void aScorecardAsItWasKnownIsTheOneOfWhatHadBeenSaidByThen(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        List<Said> all = history(random);
        UUID partner = Ids.next();
        take(partner, all);

        for (int look = 0; look < 6; look++) {
            Instant moment = BEGAN.plus(30 + random.nextInt(440), ChronoUnit.DAYS);
            LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(random.nextInt(-60, 20));
            UUID twin = Ids.next();
            take(twin, all.stream().filter(said -> !said.at.isAfter(moment)).toList());

            assertThat(scorecard(partner, "asOf=" + day + "&knownAt=" + moment))
                    .as("seed %d, of %s as known at %s", seed, day, moment)
                    .isEqualTo(scorecard(twin, "asOf=" + day));
        }
    }

    @Test
    void aLateSaleWasNotKnownBeforeItWasReportedAndAReversedOneWas() {
        Instant reported = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Instant reversed = reported.plus(10, ChronoUnit.DAYS);
        LocalDate sold = TODAY.minusDays(40);
        UUID partner = Ids.next();
        take(
                partner,
                List.of(
                        registered(BEGAN),
                        recorded(Ids.next(), "LICENSE_SALE", sold, 7, 1, reported),
                        recorded(Ids.next(), "LICENSE_SALE", sold, -3, 2, reversed)));

        assertThat(licenses(partner, sold, reported.minusMillis(1))).isZero();
        assertThat(licenses(partner, sold, reported)).isEqualTo(7);
        assertThat(licenses(partner, sold, reversed)).isEqualTo(4);
        read(partner, "asOf=" + sold).body(SALES + "actual", org.hamcrest.Matchers.is(4));
    }

    @Test
    void aPartnerThatNobodyHadToldOfIsNotFoundAsOfThen() {
        UUID partner = Ids.next();
        take(partner, List.of(registered(BEGAN)));

        read(partner, "knownAt=" + BEGAN).statusCode(200);
        read(partner, "knownAt=" + BEGAN.minusSeconds(1)).statusCode(404);
    }

    @Test
    void whatWillBeKnownIsNotAskedFor() {
        UUID partner = Ids.next();
        take(partner, List.of(registered(BEGAN)));

        read(partner, "knownAt=2999-01-01T00:00:00Z").statusCode(422).body("errors.pointer", contains("?knownAt"));
        read(partner, "knownAt=lately").statusCode(400).body("errors.pointer", contains("?knownAt"));
    }

    /** Registered, enrolled, perhaps ended and enrolled anew; facts are told, told otherwise, withdrawn, told again. */
    private static List<Said> history(Random random) {
        List<Said> enrollments = new ArrayList<>();
        enrollments.add(registered(BEGAN.plus(random.nextInt(20), ChronoUnit.DAYS)));
        long sequence = 1;
        int day = 20;
        for (int enrollment = 0; enrollment < 1 + random.nextInt(2); enrollment++) {
            UUID id = Ids.next();
            LocalDate applied = dayOf(day);
            enrollments.add(enrolled(id, ++sequence, day, "APPLIED", applied, null, null));
            day += 1 + random.nextInt(30);
            LocalDate joined = dayOf(day);
            enrollments.add(enrolled(id, ++sequence, day, "ACTIVE", applied, joined, null));
            if (random.nextBoolean()) {
                day += 1 + random.nextInt(100);
                enrollments.add(enrolled(id, ++sequence, day, "TERMINATED", applied, joined, dayOf(day)));
                day += 1 + random.nextInt(30);
            }
        }
        List<Said> facts = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            facts.addAll(life(random, 100 + 10L * i));
        }
        // The two topics and what is replayed may come in any order.
        Collections.shuffle(facts, random);
        List<Said> all = new ArrayList<>(enrollments);
        facts.forEach(said -> all.add(random.nextInt(all.size() + 1), said));
        all.remove(enrollments.getFirst());
        all.addFirst(enrollments.getFirst());
        return all;
    }

    private static List<Said> life(Random random, long sequence) {
        UUID id = Ids.next();
        List<String> kinds = List.of("LICENSE_SALE", "LICENSE_SALE", "FEE_PAYMENT", "SUCCESS_STORY", "CONSULTANT");
        String kind = kinds.get(random.nextInt(kinds.size()));
        int day = random.nextInt(300);
        LocalDate on = dayOf(day - random.nextInt(60));
        List<Said> life = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            day += random.nextInt(60);
            Instant at = BEGAN.plus(day, ChronoUnit.DAYS).plusSeconds(i);
            life.add(
                    random.nextInt(3) == 0
                            ? withdrawn(id, kind, dayOf(day), sequence + i, at)
                            : recorded(id, kind, on.plusDays(i), 1 + random.nextInt(9), sequence + i, at));
        }
        return life;
    }

    private static Said registered(Instant at) {
        return new Said(at, partner -> new News(Map.of(partner, at), List.of(), List.of()));
    }

    private static Said enrolled(
            UUID id, long sequence, int day, String status, LocalDate applied, LocalDate since, LocalDate ended) {
        Instant at = BEGAN.plus(day, ChronoUnit.DAYS);
        String tier = status.equals("ACTIVE") ? "RESELLER" : null;
        return new Said(
                at,
                partner -> new News(
                        Map.of(),
                        List.of(new EnrollmentNews(
                                partner, sequence, at, id, status, tier, "PREMIER", applied, since, null, ended)),
                        List.of()));
    }

    private static Said recorded(UUID id, String kind, LocalDate on, int quantity, long sequence, Instant at) {
        Money money = kind.equals("FEE_PAYMENT") ? Money.of("250.00", quantity > 7 ? "EUR" : "USD") : null;
        Fact fact = new Fact(id, kind, on, null, kind.equals("LICENSE_SALE") ? quantity : 1, money);
        return new Said(at, partner -> news(new FactChange.Recorded(partner, fact, sequence, at)));
    }

    private static Said withdrawn(UUID id, String kind, LocalDate on, long sequence, Instant at) {
        return new Said(at, partner -> news(new FactChange.Withdrawn(partner, id, kind, on, sequence, at)));
    }

    private static News news(FactChange change) {
        return new News(Map.of(), List.of(), List.of(change));
    }

    private static LocalDate dayOf(int day) {
        return LocalDate.ofInstant(BEGAN, ZoneOffset.UTC).plusDays(day);
    }

    private void take(UUID partner, List<Said> all) {
        all.forEach(said -> QuarkusTransaction.requiringNew().run(() -> takeNews.take(said.saying.of(partner))));
    }

    private int licenses(UUID partner, LocalDate day, Instant knownAt) {
        return read(partner, "asOf=" + day + "&knownAt=" + knownAt).extract().path(SALES + "actual");
    }

    private JsonNode scorecard(UUID partner, String query) throws JsonProcessingException {
        ObjectNode answer = (ObjectNode)
                json.readTree(read(partner, "tier=PREMIER&" + query).extract().asString());
        answer.remove("instance");
        answer.remove("detail");
        return answer.without(List.of("partnerId", "knownAt"));
    }

    private static io.restassured.response.ValidatableResponse read(UUID partner, String query) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.auditor())
                .get("/v1/partners/{id}/scorecard?" + query, partner)
                .then();
    }
}
