package com.vsoxp.alliance.local.demo.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A partner of the demonstration.
 *
 * @param key its key in the system {@code demo}
 * @param joins the month in which it applies
 * @param currency in which it sells, ISO 4217
 * @param licensePrice of one license, in whole units of the currency
 * @param profile its record, as partner-service takes it
 */
public record CastMember(String key, Fate fate, int joins, String currency, int licensePrice, JsonNode profile) {

    /** Everybody, as {@code demo/cast.json} has them. */
    public static List<CastMember> all() {
        try (var in = CastMember.class.getResourceAsStream("/demo/cast.json")) {
            JsonNode cast = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return StreamSupport.stream(cast.spliterator(), false)
                    .map(CastMember::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return profile.path("name").asText();
    }

    /** Where its web site and its addresses are. */
    String domain() {
        return profile.path("website").asText().replace("https://", "");
    }

    private static CastMember of(JsonNode entry) {
        return new CastMember(
                entry.path("key").asText(),
                Fate.valueOf(entry.path("fate").asText()),
                entry.path("joins").asInt(),
                entry.path("currency").asText(),
                entry.path("licensePrice").asInt(),
                entry.path("profile"));
    }
}
