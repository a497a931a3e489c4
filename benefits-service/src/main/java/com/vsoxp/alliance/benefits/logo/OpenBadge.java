package com.vsoxp.alliance.benefits.logo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.benefits.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The right to use the logo as an Open Badges 3.0 credential: an OpenBadgeCredential under the Verifiable Credentials Data Model
 * 2.0, secured as a JSON Web Token (Open Badges 3.0, 8.2): the payload is the credential itself beside the registered claims
 * that repeat its id, issuer, subject and days, and {@code kid} is where the public key is found.
 */
@ApplicationScoped
class OpenBadge {

    /** The only type that Open Badges 3.0 allows in the header. */
    static final String TYPE = "JWT";

    private static final String TIER_NAMES = "tag:alliance.vso-xp.example,2026:tier/";

    @Inject
    Signatures signatures;

    @Inject
    LogoLinks links;

    @Inject
    LogoConfig config;

    @Inject
    Clock clock;

    @Inject
    ProgramDay programDay;

    /** The credential of a right that is valid, signed. Within an hour it is the same, so that it can be cached. */
    String of(LogoStanding standing) {
        var validFrom = programDay.startOf(standing.since());
        var validUntil = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(config.credentialValidFor());
        var credential = credential(standing, validFrom, validUntil);
        credential
                .put("jti", credential.path("id").asText())
                .put("sub", links.verification(standing.token()))
                .put("nbf", validFrom.getEpochSecond());
        return signatures.signWithLinkToKey(TYPE, credential, validUntil).compact();
    }

    private ObjectNode credential(LogoStanding standing, Instant validFrom, Instant validUntil) {
        var credential = JsonNodeFactory.instance.objectNode();
        credential
                .putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        credential.put("id", links.credential(standing.token()));
        credential.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        credential.put("name", title(standing));
        var issuer =
                credential.putObject("issuer").put("id", signatures.issuer().toString());
        issuer.putArray("type").add("Profile");
        issuer.put("name", "VSO-XP Alliance Program");
        credential.put("validFrom", validFrom.toString()).put("validUntil", validUntil.toString());
        credential.set("credentialSubject", subject(standing));
        // It cannot be taken back, so it is short-lived: who holds one fetches the next here, and none after a
        // suspension.
        credential
                .putObject("refreshService")
                .put("id", links.credential(standing.token()))
                .put("type", "1EdTechCredentialRefresh");
        return credential;
    }

    private ObjectNode subject(LogoStanding standing) {
        var subject = JsonNodeFactory.instance.objectNode();
        subject.put("id", links.verification(standing.token()));
        subject.putArray("type").add("AchievementSubject");
        subject.putArray("identifier")
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", standing.partner())
                .put("identityType", "name");
        var achievement = subject.putObject("achievement").put("id", TIER_NAMES + standing.tier());
        achievement.putArray("type").add("Achievement");
        achievement
                .put("name", title(standing))
                .put(
                        "description",
                        "A company in this tier of the VSO-XP Alliance Program may use the alliance's logo.")
                .putObject("criteria")
                .put("narrative", "The company meets the requirements of the tier, and is in good standing.");
        achievement.putObject("image").put("id", links.badge(standing.token())).put("type", "Image");
        return subject;
    }

    private static String title(LogoStanding standing) {
        return "VSO-XP Alliance " + standing.tierInWords().orElseThrow() + " Partner";
    }
}
