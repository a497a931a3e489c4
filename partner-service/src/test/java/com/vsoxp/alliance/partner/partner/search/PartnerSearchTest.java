package com.vsoxp.alliance.partner.partner.search;

import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PartnerSearchTest {

    @Inject
    DataSource database;

    @Test
    void whatIsMostLikeComesFirst() {
        UUID similar = registered("Brixtolan");
        UUID longer = registered("Brixtolamesque");
        UUID same = registered("A Brixtolam");
        UUID within = registered("Überbrixtolam");
        assertThat(found(Map.of("q", "BRIXTOLÁM"), 50)).containsExactly(same, longer, similar, within);
    }

    @Test
    void aLetterWrongMissingDoubledOrSwappedIsForgiven() {
        UUID id = registered("Quombelirt Służby");
        for (String text : List.of(
                "quombelirt",
                "quombelit",
                "quombelirrt",
                "quombleirt",
                "quambelirt",
                "uombelirt",
                "mbelirt",
                "QUOMBE",
                "sluzby",
                "SŁUŻBY",
                "sluzbt quombelirt")) {
            assertThat(found(Map.of("q", text), 50)).as(text).contains(id);
        }
        assertThat(found(Map.of("q", "quxxelirt"), 50)).doesNotContain(id);
    }

    @Test
    void everyWordAskedForMustBeFound() {
        UUID both = registered("Zamboril Plentusk");
        registered("Zamboril Other");
        registered("Other Plentusk");
        for (String text : List.of("zamboril plentusk", "Plentusk, Zamboril!", "plen zam", "zambroil & plentusk")) {
            assertThat(found(Map.of("q", text), 50)).as(text).containsExactly(both);
        }
    }

    @Test
    void textWithoutWordsFindsNobodyAndTooMuchTextIsRefused() {
        crm().queryParam("q", "!?%_\\")
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("items", empty());
        crm().queryParam("q", "x".repeat(201))
                .get("/v1/partners")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?q"));
        crm().queryParam("q", "a b c d e f g h i j k l m n")
                .get("/v1/partners")
                .then()
                .statusCode(200);
        crm().queryParam("country", "de")
                .get("/v1/partners")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?country"));
        crm().queryParam("cursor", "bm9uc2Vuc2U").get("/v1/partners").then().statusCode(400);
    }

    @Test
    void aRenamedPartnerIsFoundByItsNewNameAlone() {
        UUID id = registered("Formerlynamed Stays");
        crm().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\": \"Newlynamed Stays\"}")
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(200);
        assertThat(found(Map.of("q", "newlynamed stays"), 50)).containsExactly(id);
        assertThat(found(Map.of("q", "formerlynamed"), 50)).isEmpty();
    }

    @Test
    void partnersLoadedBySqlAreFoundUnderEveryCombinationOfFiltersPageByPage() throws SQLException {
        load(300, """
                'Combinet ' || (array['alpha', 'alphabet', 'beta', 'alpa', 'gamma alpha'])[1 + n % 5]""", "n % 7", "n % 3", "n % 4");
        List<Map<String, String>> wishes = new ArrayList<>(List.of(Map.of()));
        for (String wish : List.of(
                "q=combinet alpha",
                "status=ACTIVE",
                "tier=PREMIER",
                "country=LI",
                "updatedSince=2031-01-01T00:02:00Z")) {
            int split = wish.indexOf('=');
            for (Map<String, String> fewer : List.copyOf(wishes)) {
                Map<String, String> more = new TreeMap<>(fewer);
                more.put(wish.substring(0, split), wish.substring(split + 1));
                wishes.add(more);
            }
        }
        assertThat(wishes).hasSize(32);
        for (Map<String, String> wish : wishes) {
            Map<String, String> narrowed = new TreeMap<>(wish);
            narrowed.putIfAbsent("q", "combinet");
            List<UUID> found = found(narrowed, 7);
            assertThat(found).as("%s", narrowed).doesNotHaveDuplicates().hasSameElementsAs(expected(narrowed));
        }
        assertThat(found(Map.of("updatedSince", "2031-01-01T00:02:00Z", "q", "combinet"), 7))
                .isSortedAccordingTo((a, b) -> changed(a).compareTo(changed(b)));
    }

    @Test
    void aRareConditionAmongManyIsFoundAtOnce() throws SQLException {
        load(
                5_200,
                "'Hugelist ' || case when n = 5100 then 'needlerare' else 'hay' end",
                "0",
                "1",
                "case when n = 5150 then 2 else 0 end");
        assertThat(pages(Map.of("q", "hugelist needlerare"), 50)).containsExactly(1);
        assertThat(pages(Map.of("q", "hugelist", "country", "LI", "status", "ACTIVE"), 50))
                .first()
                .isEqualTo(1);
        assertThat(pages(Map.of("updatedSince", "2031-01-01T00:00:00Z", "q", "needlerare"), 50))
                .containsExactly(1);
    }

    @Test
    void whatIsRareThoughNoConditionIsComesInShortPagesWithAnEnd() throws SQLException {
        load(5_200, "'Manyfirst ' || n", "0", "1", "1");
        load(5_200, "'Manysecond ' || n", "0", "1", "1");
        load(1, "'Manyfirst Manysecond'", "0", "1", "1");
        List<Integer> pages = pages(Map.of("q", "manyfirst manysecond"), 50);
        assertThat(pages).hasSizeLessThanOrEqualTo(3);
        assertThat(pages.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void aPartnerFindsItselfIfItPasses() {
        UUID id = registered("Selfsearcher");
        for (Map<String, String> passing : List.of(
                Map.of("q", "selfsaercher"), Map.of("country", "DE"), Map.of("updatedSince", "2020-01-01T00:00:00Z"))) {
            partner(id).queryParams(passing).get("/v1/partners").then().body("items.id", contains(id.toString()));
        }
        for (Map<String, String> failing : List.of(
                Map.of("q", "other"), Map.of("country", "US"), Map.of("updatedSince", "2999-01-01T00:00:00Z"))) {
            partner(id).queryParams(failing).get("/v1/partners").then().body("items", empty());
        }
        auditor().queryParam("q", "selfsearcher").get("/v1/partners").then().body("items.id", contains(id.toString()));
    }

    private static List<UUID> found(Map<String, String> wish, int limit) {
        List<UUID> found = new ArrayList<>();
        walk(wish, limit, page -> page.jsonPath()
                .getList("items.id", String.class)
                .forEach(id -> found.add(UUID.fromString(id))));
        return found;
    }

    private static List<Integer> pages(Map<String, String> wish, int limit) {
        List<Integer> sizes = new ArrayList<>();
        walk(wish, limit, page -> sizes.add(page.jsonPath().getList("items").size()));
        return sizes;
    }

    private static void walk(Map<String, String> wish, int limit, Consumer<Response> visitor) {
        String cursor = null;
        do {
            var request = crm().queryParams(wish).queryParam("limit", limit);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/partners");
            page.then().statusCode(200);
            visitor.accept(page);
            cursor = page.path("nextCursor");
        } while (cursor != null);
    }

    /** Partners as an operator would load them; the expressions over n choose from status, tier and country. */
    private void load(int partners, String name, String status, String tier, String country) throws SQLException {
        execute("""
                insert into partner (id, profile, status, tier, registered_at, updated_at, version)
                select uuidv7(), jsonb_build_object('name', %s, 'country', (array['US', 'IS', 'LI', 'US'])[1 + %s]),
                    (array['ACTIVE', 'APPLIED', null, 'ACTIVE', 'SUSPENDED', 'ACTIVE', 'TERMINATED'])[1 + %s],
                    (array['PREMIER', 'RESELLER', null])[1 + %s], now(), timestamp '2031-01-01' + n * interval '1 second', 0
                from generate_series(0, %d) n""".formatted(name, country, status, tier, partners - 1));
    }

    private List<UUID> expected(Map<String, String> wish) {
        StringBuilder where = new StringBuilder("profile ->> 'name' like 'Combinet %'");
        wish.forEach((filter, value) -> where.append(
                switch (filter) {
                    case "q" -> value.endsWith("alpha") ? " and profile ->> 'name' ~ '(alpha|alpa)'" : "";
                    case "updatedSince" -> " and updated_at >= '" + value + "'";
                    default -> " and " + filter + " = '" + value + "'";
                }));
        return query("select id from partner where " + where, UUID.class);
    }

    private Instant changed(UUID id) {
        return query("select updated_at from partner where id = '" + id + "'", OffsetDateTime.class)
                .getFirst()
                .toInstant();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> List<T> query(String sql, Class<T> type) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
