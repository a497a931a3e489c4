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

/** The demo's companies, listed: a directory as it might look. */
final class Cast {

    private static boolean listed;

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
            Said.story(partner, 2, Ids.next(), "Half the tickets, twice the smiles", "2026-02-10");
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
