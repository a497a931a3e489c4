package com.vsoxp.alliance.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Items, totals and counts of the same question agree, whatever is asked. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class CountsAgreeTest {

    private static final int PARTNERS = 40;
    private static final int QUESTIONS = 150;
    private static final List<String> FILTERS = List.of("tier", "country", "service", "language");
    private static final Map<String, List<String>> VALUES = Map.of(
            "tier", List.of("PREMIER", "RESELLER"),
            "country", List.of("DE", "AT", "CH", "FR"),
            "service", List.of("SUPPORT", "DELIVERY", "TRAINING", "SALES"),
            "language", List.of("de", "en", "fr"));

    private final Random random = new Random(20_261_128);
    private final String mark = Said.word();

    /** Of each filter, the values that the partner has. */
    private record Partner(String name, Map<String, Set<String>> values) {

        boolean fits(Map<String, Set<String>> question, String but) {
            return question.entrySet().stream()
                    .filter(filter -> !filter.getKey().equals(but))
                    .allMatch(filter -> filter.getValue().stream().anyMatch(values.get(filter.getKey())::contains));
        }
    }

    @Test
    void itemsTotalsAndCountsAgreeWhateverIsAsked() {
        var partners = Stream.generate(this::enter).limit(PARTNERS).toList();
        Said.eventually(
                () -> given().queryParam("q", mark).get("/v1/listings").then().body("total", equalTo(PARTNERS)));

        for (int i = 0; i < QUESTIONS; i++) {
            check(partners, question());
        }
    }

    private void check(List<Partner> partners, Map<String, Set<String>> question) {
        var answer = given().queryParam("q", mark)
                .queryParams(question)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var fitting = partners.stream()
                .filter(partner -> partner.fits(question, null))
                .toList();

        assertThat(answer.getList("items.name", String.class))
                .as("items of %s", question)
                .containsExactlyInAnyOrderElementsOf(
                        fitting.stream().map(Partner::name).toList());
        assertThat(answer.getInt("total")).as("total of %s", question).isEqualTo(fitting.size());
        assertThat(answer.getBoolean("totalIsLowerBound")).isFalse();
        for (var filter : FILTERS) {
            assertThat(counts(answer, filter))
                    .as("counts of %s under %s", filter, question)
                    .isEqualTo(expected(partners, question, filter));
        }
    }

    private static Map<String, Integer> expected(
            List<Partner> partners, Map<String, Set<String>> question, String filter) {
        return partners.stream()
                .filter(partner -> partner.fits(question, filter))
                .flatMap(partner -> partner.values.get(filter).stream())
                .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum));
    }

    private static Map<String, Integer> counts(JsonPath answer, String filter) {
        return answer.getMap("facets." + filter, String.class, Integer.class);
    }

    private Map<String, Set<String>> question() {
        var question = new HashMap<String, Set<String>>();
        for (var filter : FILTERS) {
            if (random.nextInt(3) == 0) {
                question.put(filter, some(filter));
            }
        }
        return question;
    }

    private Partner enter() {
        var partner = new Partner(
                "Desk " + Said.word(), FILTERS.stream().collect(Collectors.toMap(Function.identity(), this::some)));
        partner.values.put("tier", Set.of(one("tier")));
        partner.values.put("country", Set.of(one("country")));
        var id = Ids.next();
        Said.profile(id, 1, partner.name, profile -> {
            profile.put("description", mark);
            profile.put("country", partner.values.get("country").iterator().next());
            partner.values.get("service").forEach(profile.putArray("services")::add);
            partner.values.get("language").forEach(profile.putArray("languages")::add);
        });
        Said.entitled(id, 1, partner.values.get("tier").iterator().next());
        return partner;
    }

    private String one(String filter) {
        return VALUES.get(filter).get(random.nextInt(VALUES.get(filter).size()));
    }

    private Set<String> some(String filter) {
        var some = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(one(filter));
        }
        return new TreeSet<>(some);
    }
}
