package com.vsoxp.alliance.directory.feed;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A website that keeps its copy of the directory by the delta feed alone, once by slug and once by partner. */
final class FollowedFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, JsonNode> bySlug = new HashMap<>();
    final Map<String, JsonNode> byPartner = new HashMap<>();
    final Map<String, String> reasons = new HashMap<>();

    /** Items that came more than once, which none should. */
    final List<JsonNode> repeated = new ArrayList<>();

    private final Set<JsonNode> seen = new HashSet<>();
    private final int pageSize;
    private String cursor;

    FollowedFeed(String cursor, int pageSize) {
        this.cursor = cursor;
        this.pageSize = pageSize;
    }

    /** Reads on to where there is no more. */
    void catchUp() {
        JsonNode page;
        do {
            page = next();
            page.get("items").forEach(this::take);
        } while (page.get("more").asBoolean());
    }

    /** Reads one page on. */
    JsonNode next() {
        var request = given().queryParam("limit", pageSize);
        if (cursor != null) {
            request.queryParam("since", cursor);
        }
        var page = json(request.get("/v1/listings/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        cursor = page.get("nextCursor").asText();
        return page;
    }

    String cursor() {
        return cursor;
    }

    private void take(JsonNode item) {
        if (!seen.add(item)) {
            repeated.add(item);
        }
        var slug = item.get("slug").asText();
        var partner = item.get("partnerId").asText();
        if (item.get("type").asText().equals("UPSERT")) {
            bySlug.put(slug, item.get("listing"));
            byPartner.put(partner, item.get("listing"));
            reasons.remove(slug);
        } else {
            bySlug.remove(slug);
            byPartner.remove(partner);
            reasons.put(slug, item.get("reason").asText());
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
