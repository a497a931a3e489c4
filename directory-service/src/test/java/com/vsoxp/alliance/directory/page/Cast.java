package com.vsoxp.alliance.directory.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** The demo's companies, listed: a directory as it might look. */
final class Cast {

    private static final List<Tale> TALES = List.of(
            new Tale(
                    "Night shifts without night calls",
                    "Meridian Freight",
                    "A portal answers where the container is, and two terminals sleep through the night again."),
            new Tale(
                    "Half the tickets, twice the smiles",
                    "Harborview Clinics",
                    "Wards report a broken device by scanning it, and see when it comes back."),
            new Tale(
                    "One desk for all branches",
                    "Tidewater Savings",
                    "Sixty branches asked sixty people. Now the first answer comes in four minutes."),
            new Tale(
                    "A backlog of a year, closed in a spring",
                    "Castellan Foods",
                    "Every line has a queue of its own, and the plant knows by seven what stands still."),
            new Tale(
                    "Students help themselves",
                    "Pinewood Schools",
                    "Nine of ten questions in the week of enrollment never reach a person."));

    private static boolean listed;

    private record Tale(String title, String customer, String summary) {}

    private Cast() {}

    /** Lists them all, every third one as a premier partner with a story. Once is enough. */
    static void list() {
        if (listed) {
            return;
        }
        int number = 0;
        for (JsonNode member : read()) {
            enter(member.path("profile"), number++);
        }
        int all = number;
        Said.eventually(() -> given().queryParam("limit", 200)
                .get("/v1/listings")
                .then()
                .body("items.size()", greaterThanOrEqualTo(all)));
        Said.eventually(() ->
                given().get("/v1/success-stories").then().body("items.size()", greaterThanOrEqualTo((all + 2) / 3)));
        listed = true;
    }

    private static void enter(JsonNode company, int number) {
        var partner = Ids.next();
        Said.profile(partner, 1, company.path("name").asText(), profile -> profile.setAll((ObjectNode) company));
        Said.entitled(partner, 1, number % 3 == 0 ? "PREMIER" : "RESELLER");
        if (number % 3 == 0) {
            var tale = TALES.get(number / 3 % TALES.size());
            var day = LocalDate.of(2026, 10, 30).minusDays(11L * number);
            Said.story(partner, 2, Ids.next(), tale.title, day.toString(), story -> story.put("customer", tale.customer)
                    .put("summary", tale.summary));
        }
    }

    private static JsonNode read() {
        var cast = RepositoryRoot.path().resolve("deploy/local/src/main/resources/demo/cast.json");
        try (var file = Files.newBufferedReader(cast)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
