package com.vsoxp.alliance.local.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {

    @TempDir
    Path state;

    @Test
    void aTokenIsVerifiedByThePublicKeyAndSaysWhoMay() throws Exception {
        JwtClaims claims = verified(mint().token(Role.PROGRAM_MANAGER));

        assertThat(claims.getStringListClaimValue("roles")).containsExactly("program-manager");
        assertThat(claims.getSubject()).isEqualTo("local-program-manager");
        assertThat(claims.hasClaim("partner_id")).isFalse();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(12 * 3600);
    }

    @Test
    void aPartnersTokenNamesThePartner() throws Exception {
        UUID partner = UUID.randomUUID();

        JwtClaims claims = verified(mint().partnerToken(partner));

        assertThat(claims.getStringListClaimValue("roles")).isEqualTo(List.of("partner"));
        assertThat(claims.getStringClaimValue("partner_id")).isEqualTo(partner.toString());
    }

    @Test
    void keysAreMadeOnceAndForTheirOwnerAlone() throws Exception {
        String key = new LocalKeys(state).tokenPublicKey();
        String secret = new LocalKeys(state).contactDigestSecret();

        assertThat(new LocalKeys(state).tokenPublicKey()).isEqualTo(key);
        assertThat(new LocalKeys(state).contactDigestSecret()).isEqualTo(secret);
        for (String file : List.of("token-private-key", "contact-digest-secret", "signing-keys.json")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(state.resolve("keys").resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    private TokenMint mint() {
        return new TokenMint(new LocalKeys(state), Clock.systemUTC());
    }

    private JwtClaims verified(String token) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(new LocalKeys(state).tokenPublicKey());
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("https://alliance.local")
                .setExpectedAudience("alliance")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
