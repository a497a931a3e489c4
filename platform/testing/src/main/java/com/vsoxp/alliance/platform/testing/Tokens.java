package com.vsoxp.alliance.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Real bearer tokens, signed as the issuer signs them: pass them to REST Assured's {@code auth().oauth2(...)}. */
public final class Tokens {

    private static final String ISSUER = "https://alliance.local";
    private static final String AUDIENCE = "alliance";
    private static final Duration LIFE = Duration.ofHours(1);

    private Tokens() {}

    /** A CRM system's token. */
    public static String crm() {
        return crm("crm-test");
    }

    /** The token of one of several CRM systems. */
    public static String crm(String subject) {
        return of(subject, "crm");
    }

    /** A program manager's token. */
    public static String programManager() {
        return of("manager-test", "program-manager");
    }

    /** An auditor's token. */
    public static String auditor() {
        return of("auditor-test", "auditor");
    }

    /** The token of a partner, good for its own record alone. */
    public static String partner(UUID partnerId) {
        return claims("partner-" + partnerId, "partner")
                .claim("partner_id", partnerId.toString())
                .jws()
                .sign(TestKeys.privateKey());
    }

    /** Any other combination of roles, none included. */
    public static String of(String subject, String... roles) {
        return claims(subject, roles).jws().sign(TestKeys.privateKey());
    }

    /** A CRM's token that is good for so long and no longer. */
    public static String crmFor(Duration life) {
        return claims("crm-test", "crm")
                .expiresAt(Instant.now().plus(life))
                .jws()
                .sign(TestKeys.privateKey());
    }

    /** A CRM's token whose hour is over. */
    public static String expired() {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("crm-test")
                .claim("roles", Set.of("crm"))
                .issuedAt(Instant.now().minus(LIFE.multipliedBy(2)))
                .expiresAt(Instant.now().minus(LIFE))
                .jws()
                .sign(TestKeys.privateKey());
    }

    /** A program manager's token for another system. */
    public static String forAnotherAudience() {
        return claims("manager-test", "program-manager")
                .audience("payroll")
                .jws()
                .sign(TestKeys.privateKey());
    }

    /** A program manager's token from an issuer that nobody trusts. */
    public static String foreign() {
        PrivateKey stranger = TestKeys.foreignKey();
        return claims("manager-test", "program-manager").jws().sign(stranger);
    }

    private static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", Set.copyOf(Arrays.asList(roles)))
                .expiresIn(LIFE);
    }
}
