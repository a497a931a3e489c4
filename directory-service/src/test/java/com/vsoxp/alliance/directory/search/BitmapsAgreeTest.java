package com.vsoxp.alliance.directory.search;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.directory.search.kept.DrawBitmaps;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What filters find and count is the same as a plain model says, whether listings are drawn in bitmaps or have changed since. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class BitmapsAgreeTest {

    private static final int PARTNERS = 180;
    private static final int QUESTIONS = 60;

    private final Random random = new Random(20_261_129);
    private final String mark = Said.word().toUpperCase();

    /** The values of services and verticals are nobody else's, and every question asks for some of both. */
    private final Map<String, List<String>> values = Map.of(
            "tier", List.of("PREMIER", "RESELLER"),
            "country", List.of("DE", "AT", "CH", "FR"),
            "service", List.of(mark + "A", mark + "B", mark + "C:'\\", mark + "D"),
            "vertical",
                    List.of(mark + "one", mark + "two", mark + "three".repeat(60), mark + "three".repeat(60) + "s"));

    private final Map<UUID, Map<String, Set<String>>> partners = new HashMap<>();

    private CompletableFuture<JsonPath> answer;

    @Inject
    EntityManager entityManager;

    @Inject
    DrawBitmaps drawBitmaps;

    @AfterEach
    void leave() {
        List.copyOf(partners.keySet()).forEach(this::remove);
    }

    @Test
    void countsAndItemsAreThoseOfTheListingsBeforeAndAfterTheyAreDrawn() {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, PARTNERS).forEach(_ -> write(UUID.randomUUID())));
        check("nothing is drawn");

        drawAll();
        check("everything is drawn");

        var all = List.copyOf(partners.keySet());
        QuarkusTransaction.requiringNew()
                .run(() -> all.stream().limit(PARTNERS / 3).forEach(this::write));
        all.stream().skip(PARTNERS - 20).forEach(this::remove);
        check("a third has changed and some are gone");

        drawAll();
        check("the changes are drawn");
    }

    @Test
    void aQuestionIsAnsweredOfOneStateThoughBitmapsAreDrawnMeanwhile() {
        drawAll();
        QuarkusTransaction.requiringNew().run(() -> {
            IntStream.range(0, 3).forEach(_ -> write(UUID.randomUUID(), mark + "OFTEN"));
            write(UUID.randomUUID(), mark + "ONCE");
        });

        var question = Map.of("service", Set.of(mark + "ONCE"), "tier", Set.of("PREMIER", "RESELLER"));
        QuarkusTransaction.requiringNew().run(() -> {
            // Nobody else draws, and a question halts when it comes to the bitmaps.
            entityManager
                    .createNativeQuery("select cast(pg_advisory_xact_lock(20040121) as text)")
                    .getSingleResult();
            entityManager
                    .createNativeQuery("lock table listing_place in access exclusive mode")
                    .executeUpdate();
            answer = CompletableFuture.supplyAsync(() -> ask(question));
            Awaitility.await().pollInSameThread().until(this::somebodyWaitsForPlaces);
            drawBitmaps.drawSome();
        });

        assertThat(answer.join().getInt("total")).isEqualTo(1);
    }

    private boolean somebodyWaitsForPlaces() {
        return (boolean) entityManager
                .createNativeQuery(
                        "select exists (select from pg_locks where relation = cast('listing_place' as regclass) and not granted)")
                .getSingleResult();
    }

    private void check(String state) {
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question();
            var answer = ask(question);
            var fitting = fitting(question, null);

            assertThat(answer.getList("items.slug", String.class))
                    .as("items of %s when %s", question, state)
                    .containsExactlyInAnyOrderElementsOf(
                            fitting.keySet().stream().map(UUID::toString).toList());
            assertThat(answer.getInt("total"))
                    .as("total of %s when %s", question, state)
                    .isEqualTo(fitting.size());
            for (var filter : values.keySet()) {
                assertThat(answer.getMap("facets." + filter, String.class, Integer.class))
                        .as("counts of %s under %s when %s", filter, question, state)
                        .isEqualTo(fitting(question, filter).values().stream()
                                .flatMap(partner -> partner.get(filter).stream())
                                .collect(toMap(Function.identity(), _ -> 1, Integer::sum)));
            }
        }
    }

    private Map<UUID, Map<String, Set<String>>> fitting(Map<String, Set<String>> question, String but) {
        return partners.entrySet().stream()
                .filter(partner -> question.entrySet().stream()
                        .filter(filter -> !filter.getKey().equals(but))
                        .allMatch(filter -> filter.getValue().stream()
                                .anyMatch(partner.getValue().get(filter.getKey())::contains)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Set<String>> question() {
        var question = new HashMap<>(Map.of("service", some("service"), "vertical", some("vertical")));
        for (var filter : List.of("tier", "country")) {
            if (random.nextBoolean()) {
                question.put(filter, some(filter));
            }
        }
        return question;
    }

    private static JsonPath ask(Map<String, Set<String>> question) {
        return given().queryParams(question)
                .queryParam("limit", 200)
                // Rows that no event tells of would not show in answers that are kept in memory.
                .queryParam("asked", Said.word())
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Enters the partner, or changes what it offers. */
    private void write(UUID id) {
        write(id, some("service"));
    }

    private void write(UUID id, String service) {
        write(id, Set.of(service));
    }

    private void write(UUID id, Set<String> services) {
        var partner = Map.of(
                "tier", Set.of(one("tier")),
                "country", Set.of(one("country")),
                "service", services,
                "vertical", some("vertical"));
        partners.put(id, partner);
        entityManager
                .createNativeQuery("""
                        insert into listing (partner_id, profile_sequence, slug, name, country, services, verticals,
                            name_key, search_text, entitlement_sequence, entitled, entitled_since, tier)
                        values (:id, 1, cast(:id as text), 'Desk', :country, cast(:services as text[]), cast(:verticals as text[]),
                            'desk', 'desk', 1, true, date '2026-01-12', :tier)
                        on conflict (partner_id) do update set country = excluded.country, services = excluded.services,
                            verticals = excluded.verticals, tier = excluded.tier""")
                .setParameter("id", id)
                .setParameter("country", partner.get("country").iterator().next())
                .setParameter("services", partner.get("service").toArray(String[]::new))
                .setParameter("verticals", partner.get("vertical").toArray(String[]::new))
                .setParameter("tier", partner.get("tier").iterator().next())
                .executeUpdate();
    }

    private void remove(UUID id) {
        partners.remove(id);
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery("delete from listing where partner_id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Perhaps in turns with the service itself. */
    private void drawAll() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            while (drawBitmaps.drawSome()) {
                // Each time a part of it.
            }
            return isEverythingDrawn();
        });
    }

    private boolean isEverythingDrawn() {
        return (boolean) entityManager.createNativeQuery("""
                        select exists (select from drawn_facet where facet = 'SERVICE' and complete)
                            and not exists (select from undrawn_listing)""").getSingleResult();
    }

    private String one(String filter) {
        return values.get(filter).get(random.nextInt(values.get(filter).size()));
    }

    private Set<String> some(String filter) {
        var some = new HashSet<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(one(filter));
        }
        return new TreeSet<>(some);
    }
}
