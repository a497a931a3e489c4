package com.vsoxp.alliance.local.key;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs bearer tokens that the services of a local system take: JWT, RS256, good for {@link #LIFE}. */
public final class TokenMint {

    public static final String ISSUER = "https://alliance.local";
    public static final String AUDIENCE = "alliance";
    public static final Duration LIFE = Duration.ofHours(12);

    private final LocalKeys keys;
    private final Clock clock;

    public TokenMint(LocalKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for someone with this role who acts for no partner. */
    public String token(Role role) {
        return sign(claims(role));
    }

    /** A token for someone of this partner. */
    public String partnerToken(UUID partnerId) {
        JwtClaims claims = claims(Role.PARTNER);
        claims.setStringClaim("partner_id", partnerId.toString());
        return sign(claims);
    }

    private JwtClaims claims(Role role) {
        long now = clock.instant().getEpochSecond();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("local-" + role.claim());
        claims.setStringListClaim("roles", List.of(role.claim()));
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + LIFE.toSeconds()));
        claims.setGeneratedJwtId();
        return claims;
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(keys.tokenPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
