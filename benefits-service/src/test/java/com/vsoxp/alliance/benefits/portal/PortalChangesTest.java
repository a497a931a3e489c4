package com.vsoxp.alliance.benefits.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.support.AuthorizeContacts;
import com.vsoxp.alliance.benefits.support.AuthorizeContacts.Authorized;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PortalChangesTest {

    private static final String PATH = "/v1/portal-access/changes";

    /** A shared pool has as many threads as there are processors, and these wait for each other. */
    private static final Executor EACH_ON_ITS_OWN = Thread::startVirtualThread;

    @Inject
    AuthorizeContacts authorizeContacts;

    @Inject
    RecordPortalAccess recordPortalAccess;

    @Inject
    EntityManager database;

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aContactThatIsAuthorizedMayEnterAndNoLongerWhenWithdrawnOrSuspended() {
        var partner = Partners.reseller();
        var kim = Ids.next();
        var start = end();
        Said.authorized(partner, 4, kim, "digest");

        var entered = awaitChange(start, partner);
        assertThat(entered.get("open")).isEqualTo(true);
        assertThat(entered.get("contacts").toString()).contains(kim.toString());

        var beforeSuspension = end();
        Partners.suspend(partner, 5, "RESELLER");
        var suspended = awaitChange(beforeSuspension, partner);
        assertThat(suspended.get("open")).isEqualTo(false);
        assertThat((List<?>) suspended.get("contacts")).isEmpty();

        var beforeReinstatement = end();
        Partners.reinstate(partner, 6, "RESELLER");
        assertThat(awaitChange(beforeReinstatement, partner).get("contacts").toString())
                .contains(kim.toString());

        var beforeWithdrawal = end();
        Said.withdrawn(partner, 7, kim);
        var withdrawn = awaitChange(beforeWithdrawal, partner);
        assertThat(withdrawn.get("open")).isEqualTo(true);
        assertThat((List<?>) withdrawn.get("contacts")).isEmpty();
    }

    @Test
    void whatChangesNothingIsNotTold() {
        var partner = Partners.reseller();
        var start = end();

        Said.active(partner, 4, "PREMIER", "2026-03-02");
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("PREMIER"));

        assertThat(all(start)).noneMatch(change -> change.get("partnerId").equals(partner.toString()));
    }

    @Test
    void aDayThatComesIsToldThoughNothingIsHeard() {
        var partner = Said.registered();
        Said.active(
                partner,
                3,
                "RESELLER",
                LocalDate.now(ZoneOffset.UTC).plusDays(10).toString());
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("RESELLER"));
        var start = end();

        try (var later = TimeTravel.by(Duration.ofDays(11))) {
            Said.eventually(() -> {
                recordPortalAccess.catchUp();
                assertThat(all(start))
                        .anyMatch(change -> change.get("partnerId").equals(partner.toString())
                                && change.get("open").equals(true));
            });
        }
        QuarkusTransaction.requiringNew().run(() -> recordPortalAccess.follow(Set.of(partner)));
    }

    @Test
    void aChangeIsNotPassedWhileAnEarlierOneIsUnderWay() throws Exception {
        var slow = Partners.reseller();
        var quick = Partners.reseller();
        var start = end();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);

        var first = CompletableFuture.runAsync(
                () -> authorize(slow, () -> {
                    written.countDown();
                    await(mayCommit);
                }),
                EACH_ON_ITS_OWN);
        await(written);
        var second = CompletableFuture.runAsync(() -> authorize(quick, () -> {}), EACH_ON_ITS_OWN);

        Said.eventually(
                () -> assertThat(second.isDone() || somebodyWaitsForItsTurn()).isTrue());
        // Had the second committed its place, a reader would go on behind it and never see the first.
        assertThat(second).isNotCompleted();
        assertThat(all(start)).isEmpty();
        mayCommit.countDown();
        CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);

        assertThat(all(start))
                .extracting(change -> change.get("partnerId"))
                .containsExactly(slow.toString(), quick.toString());
    }

    @Test
    void manyWritersLeaveNoGapAndNothingTwice() throws Exception {
        var partners = IntStream.range(0, 8).mapToObj(_ -> Partners.reseller()).toList();
        var start = end();
        var writers = partners.stream()
                .map(partner -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 10; i++) {
                                authorize(partner, () -> {});
                            }
                        },
                        EACH_ON_ITS_OWN))
                .toArray(CompletableFuture[]::new);
        var done = CompletableFuture.allOf(writers);

        var seen = new ArrayList<Map<String, Object>>();
        var cursor = start;
        boolean last;
        do {
            last = done.isDone();
            var page = page(cursor, 3);
            cursor = page.extract().path("nextCursor");
            seen.addAll(page.extract().<List<Map<String, Object>>>path("items"));
        } while (!last || !page(cursor, 1).extract().<List<?>>path("items").isEmpty());
        done.get(20, TimeUnit.SECONDS);

        assertThat(seen).doesNotHaveDuplicates();
        for (var partner : partners) {
            var latest = seen.stream()
                    .filter(change -> change.get("partnerId").equals(partner.toString()))
                    .toList()
                    .getLast();
            assertThat((List<?>) latest.get("contacts")).hasSize(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"since, made-up", "limit, 0", "limit, 201", "limit, many"})
    void aPageThatIsNoneIsRefusedByName(String parameter, String value) {
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("?" + parameter));
    }

    @Test
    void partnersDoNotReadOfEachOther() {
        given().auth().oauth2(Tokens.partner(Ids.next())).get(PATH).then().statusCode(403);
        given().auth().oauth2(Tokens.auditor()).get(PATH).then().statusCode(200);
    }

    @Test
    void whoHasReadAllGetsNothingAndTheSameCursor() {
        var end = end();

        page(end, 50).body("items", empty()).body("nextCursor", equalTo(end)).body("more", equalTo(false));
    }

    /** One more contact of the partner, in a transaction that does something else before it commits. */
    private void authorize(UUID partner, Runnable beforeCommit) {
        QuarkusTransaction.requiringNew().run(() -> {
            authorizeContacts.follow(
                    List.of(new Authorized(Ids.next(), partner, 100, "digest", List.of("SUPPORT"), LocalDate.EPOCH)));
            recordPortalAccess.follow(Set.of(partner));
            beforeCommit.run();
        });
    }

    private boolean somebodyWaitsForItsTurn() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .getSingleResult())
                        .longValue())
                > 0;
    }

    private static Map<String, Object> awaitChange(String since, UUID partner) {
        Said.eventually(() -> assertThat(changesOf(partner, since)).isNotEmpty());
        return changesOf(partner, since).toList().getLast();
    }

    private static Stream<Map<String, Object>> changesOf(UUID partner, String since) {
        return all(since).stream().filter(change -> change.get("partnerId").equals(partner.toString()));
    }

    private static List<Map<String, Object>> all(String since) {
        return page(since, 200).extract().path("items");
    }

    /** Where the next change will be. */
    private static String end() {
        String cursor = null;
        ValidatableResponse page;
        do {
            page = page(cursor, 200);
            cursor = page.extract().path("nextCursor");
        } while (page.extract().<Boolean>path("more"));
        return cursor;
    }

    private static ValidatableResponse page(String since, int limit) {
        var request = given().auth().oauth2(Tokens.crm()).queryParam("limit", limit);
        if (since != null) {
            request.queryParam("since", since);
        }
        return request.get(PATH).then().statusCode(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
