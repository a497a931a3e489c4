package com.vsoxp.alliance.benefits.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.signing.Signatures.Check;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.SigningKeys;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class KeyRotationTest {

    private static final String TYPE = "test+jwt";

    @Inject
    Signatures signatures;

    @Inject
    KeyRing keyRing;

    @Inject
    PublishKeys publishKeys;

    @Inject
    SigningConfig config;

    @Inject
    Clock clock;

    private final OctetKeyPairJsonWebKey old = SigningKeys.newKey();
    private final OctetKeyPairJsonWebKey replacement = SigningKeys.newKey();

    @BeforeEach
    void oneKeyIsThere() {
        SigningKeys.are(old);
        Said.eventually(() -> assertThat(sign().kid()).isEqualTo(old.getKeyId()));
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAndStaysAfterItsPrivatePartIsGone() {
        SigningKeys.are(old, replacement);
        Said.eventually(() -> jwks().body("keys.kid", hasItem(replacement.getKeyId())));
        var signedBefore = sign();
        assertThat(signedBefore.kid()).isEqualTo(old.getKeyId());

        try (var later = TimeTravel.by(Duration.ofMinutes(61))) {
            Said.eventually(() -> assertThat(sign().kid()).isEqualTo(replacement.getKeyId()));
            SigningKeys.are(replacement);
            keyRing.look();

            assertThat(sign().kid()).isEqualTo(replacement.getKeyId());
            jwks().body("keys.kid", hasItem(old.getKeyId()));
            assertThat(signatures.check(TYPE, signedBefore.compact())).isInstanceOf(Check.Genuine.class);
        }
    }

    @Test
    void theOnlyKeyAtHandSignsHoweverNewItIs() {
        SigningKeys.are(replacement);

        Said.eventually(() -> assertThat(sign().kid()).isEqualTo(replacement.getKeyId()));
        jwks().body("keys.kid", hasItem(replacement.getKeyId()));
    }

    @Test
    void aKeyIsForgottenWhenAllThatItSignedHasExpired() {
        SigningKeys.are(replacement);
        Said.eventually(() -> jwks().body("keys.kid", hasItem(replacement.getKeyId())));

        try (var later = TimeTravel.by(Duration.ofDays(401))) {
            Said.eventually(() -> jwks().body("keys.kid", not(hasItem(old.getKeyId()))));
            jwks().body("keys.kid", hasItem(replacement.getKeyId()));
        }
    }

    @Test
    void aDistrustedKeyIsPublishedNoMoreAndNothingThatItSignedIsBelieved() {
        SigningKeys.are(old, replacement);
        keyRing.look();
        var signedBefore = sign();
        var ring = ringThatDistrusts(old.getKeyId());

        assertThat(ring.published(old.getKeyId())).isEmpty();
        assertThat(ring.signer().getKeyId()).isEqualTo(replacement.getKeyId());
        var checker = new Signatures();
        checker.keys = ring;
        assertThat(checker.check(TYPE, signedBefore.compact()))
                .isEqualTo(new Check.Refused(Signatures.Reason.UNKNOWN_SIGNER));
    }

    @Test
    void aKeyOfWhichThePrivatePartIsGoneCanBeDistrustedToo() {
        SigningKeys.are(replacement);
        keyRing.look();

        assertThat(ringThatDistrusts(old.getKeyId()).published(old.getKeyId())).isEmpty();
    }

    /** The ring of a replica that was told not to believe a key. */
    private KeyRing ringThatDistrusts(String kid) {
        var ring = new KeyRing();
        ring.config = new Distrusting(config, kid);
        ring.publishKeys = publishKeys;
        ring.clock = clock;
        ring.look();
        return ring;
    }

    private record Distrusting(SigningConfig other, String kid) implements SigningConfig {

        @Override
        public Path keysFile() {
            return other.keysFile();
        }

        @Override
        public String lookEvery() {
            return other.lookEvery();
        }

        @Override
        public Duration publishAhead() {
            return other.publishAhead();
        }

        @Override
        public Duration longestValidity() {
            return other.longestValidity();
        }

        @Override
        public Optional<Set<String>> distrustedKeys() {
            return Optional.of(Set.of(kid));
        }

        @Override
        public URI publicUrl() {
            return other.publicUrl();
        }
    }

    @Test
    void aFileThatIsSpoiltLeavesTheKeysOfBeforeInUse() {
        SigningKeys.write("{\"keys\": [");
        keyRing.look();

        jwks().body("keys.kid", hasItem(old.getKeyId()));
        assertThat(sign().kid()).isEqualTo(old.getKeyId());
    }

    @Test
    void nothingPrivateIsPublished() {
        jwks().statusCode(200)
                .contentType("application/jwk-set+json")
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("keys.d.findAll { it != null }.size()", equalTo(0))
                .body("keys.kty.unique()", contains("OKP"))
                .body("keys.crv.unique()", contains("Ed25519"))
                .body("keys.alg.unique()", contains("EdDSA"))
                .body("keys.use.unique()", contains("sig"));
    }

    @Test
    void oneKeyIsReadByItsId() {
        given().get("/v1/signing-keys/{kid}", old.getKeyId())
                .then()
                .statusCode(200)
                .contentType("application/jwk+json")
                .body("kid", equalTo(old.getKeyId()))
                .body("d", nullValue());
        given().get("/v1/signing-keys/{kid}", SigningKeys.newKey().getKeyId())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whoHasTheKeysAlreadyIsSpared() {
        var etag = jwks().extract().header("ETag");

        given().header("If-None-Match", etag)
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("max-age"));
    }

    @Test
    void aDocumentOfOneTypeDoesNotPassForAnother() {
        assertThat(signatures.check("other+jwt", sign().compact()))
                .isEqualTo(new Check.Refused(Signatures.Reason.NOT_A_KEY));
    }

    @Test
    void nothingIsSignedForLongerThanItsKeyIsPublished() {
        var tooLate = clock.instant().plus(Duration.ofDays(401));

        assertThatThrownBy(() -> signatures.sign(TYPE, JsonNodeFactory.instance.objectNode(), tooLate))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Signatures.Signed sign() {
        return signatures.sign(
                TYPE,
                JsonNodeFactory.instance.objectNode(),
                clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
    }

    private static ValidatableResponse jwks() {
        return given().get("/.well-known/jwks.json").then();
    }
}
