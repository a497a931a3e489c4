package com.vsoxp.alliance.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.directory.search.count.Counts;
import com.vsoxp.alliance.directory.search.kept.AddUpTallies;
import com.vsoxp.alliance.directory.search.kept.DrawBitmaps;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More listings fit than are counted one by one. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LongListTest {

    private static final int PARTNERS = 12_000;

    private final String mark = Said.word();

    @Inject
    EntityManager entityManager;

    @Inject
    DrawBitmaps drawBitmaps;

    @Inject
    AddUpTallies addUpTallies;

    @BeforeEach
    void enter() {
        run("""
                insert into listing (partner_id, profile_sequence, slug, name, country, latitude, longitude, services, languages,
                        verticals, name_key, search_text, entitlement_sequence, entitled, entitled_since, tier)
                select gen_random_uuid(), 1, :mark || n, 'Desk ' || n, (array['DE', 'AT', 'CH'])[1 + n % 3],
                        45 + n % 100 / 20.0, 8 + n % 70 / 10.0, array['SUPPORT'], array['de'], array[:mark],
                        case when n % 4 = 0 then 'named ' || :mark else 'desk ' || n end,
                        'desk of ' || :mark || ' z' || :mark || n % 50, 1, true,
                        date '2026-01-12', case when n % 2 = 0 then 'PREMIER' else 'RESELLER' end
                from generate_series(1, :partners) as n""", Map.of("mark", mark, "partners", PARTNERS));
    }

    @AfterEach
    void leave() {
        run("delete from listing where :mark = any(verticals)");
    }

    @Test
    void whatFiltersFindIsCountedExactlyHoweverMuchItIs() {
        drawAll();
        var answer = ask(Map.of("vertical", mark));

        assertThat(answer.getInt("total")).isEqualTo(PARTNERS);
        assertThat(answer.getBoolean("totalIsLowerBound")).isFalse();
        assertThat(answer.getInt("facets.vertical." + mark)).isEqualTo(PARTNERS);
        assertThat(answer.getList("facetsWithLowerBounds", String.class)).isEmpty();
        assertThat(answer.getInt("facets.service.SUPPORT")).isEqualTo(PARTNERS);
        assertThat(answer.getMap("facets.tier", String.class, Integer.class))
                .isEqualTo(Map.of("PREMIER", PARTNERS / 2, "RESELLER", PARTNERS / 2));
    }

    @Test
    void whatABeginningOfManyWordsFindsIsCountedFromBelow() {
        var answer = ask(Map.of("q", "z" + mark));

        assertThat(answer.getInt("total")).isEqualTo(Counts.MOST);
        assertThat(answer.getBoolean("totalIsLowerBound")).isTrue();
    }

    @Test
    void whatFewEnoughFitIsCountedExactly() {
        var answer = ask(Map.of("q", mark, "country", "AT", "tier", "PREMIER"));

        assertThat(answer.getInt("total")).isEqualTo(PARTNERS / 6);
        assertThat(answer.getBoolean("totalIsLowerBound")).isFalse();
        assertThat(answer.getMap("facets.country", String.class, Integer.class))
                .isEqualTo(Map.of("DE", PARTNERS / 6, "AT", PARTNERS / 6, "CH", PARTNERS / 6));
    }

    @Test
    void theKeptCountsAreTheSameBeforeAndAfterTheyAreAddedUp() {
        var before = ask(Map.of()).getMap("facets.tier", String.class, Integer.class);
        QuarkusTransaction.requiringNew().run(addUpTallies::addUp);

        assertThat(ask(Map.of()).getMap("facets.tier", String.class, Integer.class))
                .isEqualTo(before);
        assertThat(before.get("PREMIER"))
                .isEqualTo(((Number) entityManager
                                .createNativeQuery("select count(*) from listing where listed and tier = 'PREMIER'")
                                .getSingleResult())
                        .intValue());
    }

    @ParameterizedTest
    @CsvSource({"q,name", "q,tier", "q,distance", "q,relevance", "vertical,name", "vertical,tier", "vertical,distance"})
    void everyOrderIsWalkedPageByPageWithoutGapOrRepetition(String parameter, String sort) {
        var question = Map.<String, Object>of(parameter, mark, "near", "46.1,9.3", "sort", sort, "limit", 200);
        assertThat(pages(question, 6)).isEqualTo(firstInOrder(sort, 1_200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "tier"})
    void whatFiltersFindIsWalkedToo(String sort) {
        drawAll();

        assertThat(pages(Map.of("vertical", mark, "country", "AT", "sort", sort, "limit", 200), 30))
                .isEqualTo(inOrder(sort, "country = 'AT'", PARTNERS));
        assertThat(pages(Map.of("vertical", mark, "service", "SUPPORT", "sort", sort, "limit", 200), 6))
                .isEqualTo(firstInOrder(sort, 1_200));
    }

    @Test
    void whatHasChangedIsMetInItsPlaceBeforeAndAfterItIsDrawn() {
        drawAll();
        run("update listing set name_key = 'renamed ' || name_key where :mark = any(verticals) and slug like '%3'");
        run("update listing set country = 'AT' where :mark = any(verticals) and slug like '%7'");
        run("update listing set country = 'CH' where :mark = any(verticals) and slug like '%4'");
        run("delete from listing where :mark = any(verticals) and slug like '%8'");

        var question = Map.<String, Object>of("vertical", mark, "country", "AT", "sort", "name", "limit", 50);
        assertThat(pages(question, 100)).isEqualTo(inOrder("name", "country = 'AT'", PARTNERS));

        drawAll();
        assertThat(pages(question, 100)).isEqualTo(inOrder("name", "country = 'AT'", PARTNERS));
    }

    @Test
    void whatAWordThatVeryManyHaveFindsIsCountedExactlyAndWalked() {
        drawWords();
        checkWord("everything is drawn");

        run("update listing set search_text = 'desk' where :mark = any(verticals) and slug like '%3'");
        run("update listing set name_key = 'named ' || :mark where :mark = any(verticals) and slug like '%7'");
        run("update listing set name_key = 'desk' where :mark = any(verticals) and slug like '%0'");
        run("delete from listing where :mark = any(verticals) and slug like '%8'");
        checkWord("changes are not drawn");

        drawAll();
        checkWord("changes are drawn");
    }

    private void checkWord(String state) {
        var swapped = mark.substring(0, 3) + mark.charAt(4) + mark.charAt(3) + mark.substring(5);
        for (var word : List.of(mark, swapped)) {
            var question = Map.<String, Object>of("q", word, "vertical", mark, "country", "AT", "limit", 50);
            var fitting = "country = 'AT' and search_text like '%' || :mark || '%'";
            var expected = inOrder("relevance", fitting, PARTNERS);
            var answer = ask(question);

            assertThat(answer.getInt("total")).as(state).isEqualTo(expected.size());
            assertThat(answer.getInt("facets.country.AT")).as(state).isEqualTo(expected.size());
            assertThat(answer.getBoolean("totalIsLowerBound")).as(state).isFalse();
            assertThat(pages(question, 100)).as(state).isEqualTo(expected);
        }
        assertThat(pages(Map.of("q", mark, "vertical", mark, "sort", "tier", "limit", 50), 20))
                .as(state)
                .isEqualTo(inOrder("tier", "search_text like '%' || :mark || '%'", 1_000));
    }

    private List<String> pages(Map<String, Object> question, int most) {
        var page = ask(question);
        var slugs = new ArrayList<String>(page.getList("items.slug"));
        for (int i = 1; i < most && page.getString("nextCursor") != null; i++) {
            var next = new HashMap<String, Object>(question);
            next.put("cursor", page.getString("nextCursor"));
            page = ask(next);
            slugs.addAll(page.getList("items.slug"));
        }
        return slugs;
    }

    /** As one query without any limit but the last would sort them. */
    private List<String> firstInOrder(String sort, int many) {
        return inOrder(sort, "true", many);
    }

    @SuppressWarnings("unchecked")
    private List<String> inOrder(String sort, String condition, int many) {
        var order =
                switch (sort) {
                    case "name" -> "name_key";
                    case "tier" -> "tier, name_key";
                    case "relevance" -> "name_key not like '%' || :mark, name_key";
                    default ->
                        "position <-> cube(array[6371 * cos(radians(46.1)) * cos(radians(9.3)),"
                                + " 6371 * cos(radians(46.1)) * sin(radians(9.3)), 6371 * sin(radians(46.1))]), name_key";
                };
        return entityManager
                .createNativeQuery("select slug from listing where :mark = any(verticals) and " + condition
                        + " order by " + order + ", partner_id")
                .setParameter("mark", mark)
                .setMaxResults(many)
                .getResultList();
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
                        select count(*) = 5 and not exists (select from undrawn_listing)
                            and not exists (select from undrawn_word) from drawn_facet""").getSingleResult();
    }

    /** Which words are frequent is known from statistics. */
    private void drawWords() {
        run("analyze listing", Map.of());
        drawAll();
        assertThat(entityManager
                        .createNativeQuery(
                                "select facet from drawn_value where value = :mark and facet in ('WORD', 'NAME')")
                        .setParameter("mark", mark)
                        .getResultList())
                .hasSize(2);
    }

    private static JsonPath ask(Map<String, ?> question) {
        // Rows that no event tells of would not show in answers that are kept in memory.
        return given().queryParams(question)
                .queryParam("asked", Said.word())
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void run(String sql) {
        run(sql, Map.of("mark", mark));
    }

    private void run(String sql, Map<String, Object> parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = entityManager.createNativeQuery(sql);
            parameters.forEach(query::setParameter);
            query.executeUpdate();
        });
    }
}
