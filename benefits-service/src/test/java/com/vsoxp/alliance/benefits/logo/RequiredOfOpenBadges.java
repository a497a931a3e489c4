package com.vsoxp.alliance.benefits.logo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What Open Badges 3.0 requires of an AchievementCredential and of what is in it (its appendix of the data model), and of the
 * claims of a JSON Web Token beside it (8.2.2), as a table kept by hand: its schemas are in no registry that a build can ask.
 */
final class RequiredOfOpenBadges {

    /** Required texts, by where they are. */
    private static final List<String> TEXTS = List.of(
            "/id",
            "/name",
            "/issuer/id",
            "/issuer/name",
            "/validFrom",
            "/credentialSubject/id",
            "/credentialSubject/achievement/id",
            "/credentialSubject/achievement/name",
            "/credentialSubject/achievement/description",
            "/credentialSubject/achievement/criteria/narrative",
            "/credentialSubject/achievement/image/id",
            "/credentialSubject/identifier/0/identityHash",
            "/credentialSubject/identifier/0/identityType",
            "/refreshService/id");

    private static final List<String> URIS = List.of(
            "/id",
            "/issuer/id",
            "/credentialSubject/id",
            "/credentialSubject/achievement/id",
            "/credentialSubject/achievement/image/id",
            "/refreshService/id");

    /** The type that each part must name, among others. */
    private static final Map<String, String> TYPES = Map.of(
            "/type", "OpenBadgeCredential",
            "/issuer/type", "Profile",
            "/credentialSubject/type", "AchievementSubject",
            "/credentialSubject/achievement/type", "Achievement");

    /** Types that are one text. */
    private static final Map<String, String> SINGLE_TYPES = Map.of(
            "/credentialSubject/identifier/0/type", "IdentityObject",
            "/credentialSubject/achievement/image/type", "Image",
            "/refreshService/type", "1EdTechCredentialRefresh");

    private static final String VERSION_OF_CONTEXT =
            "https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.0\\.\\d\\.json";

    private RequiredOfOpenBadges() {}

    static void mustHold(JsonNode credential) {
        assertThat(TEXTS)
                .allSatisfy(path ->
                        assertThat(credential.at(path).asText("")).as(path).isNotBlank());
        assertThat(URIS).allSatisfy(path -> assertThat(
                        URI.create(credential.at(path).asText()).isAbsolute())
                .as(path)
                .isTrue());
        TYPES.forEach(
                (path, type) -> assertThat(texts(credential.at(path))).as(path).contains(type));
        SINGLE_TYPES.forEach((path, type) ->
                assertThat(credential.at(path).asText()).as(path).isEqualTo(type));
        assertThat(texts(credential.path("@context")).getFirst()).isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertThat(texts(credential.path("@context")).get(1)).matches(VERSION_OF_CONTEXT);
        assertThat(texts(credential.path("type"))).contains("VerifiableCredential");
        assertThat(credential.at("/credentialSubject/identifier/0/hashed").isBoolean())
                .isTrue();
        claimsMustRepeatIt(credential);
    }

    private static void claimsMustRepeatIt(JsonNode credential) {
        assertThat(credential.path("iss")).isEqualTo(credential.at("/issuer/id"));
        assertThat(credential.path("jti")).isEqualTo(credential.path("id"));
        assertThat(credential.path("sub")).isEqualTo(credential.at("/credentialSubject/id"));
        assertThat(credential.path("nbf").asLong()).isEqualTo(seconds(credential.path("validFrom")));
        assertThat(credential.path("exp").asLong()).isEqualTo(seconds(credential.path("validUntil")));
        assertThat(credential.has("vc")).as("the wrapper of the version before").isFalse();
    }

    private static long seconds(JsonNode instant) {
        return Instant.parse(instant.asText()).getEpochSecond();
    }

    private static List<String> texts(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
