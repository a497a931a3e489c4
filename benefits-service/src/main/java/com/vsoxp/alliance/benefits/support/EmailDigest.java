package com.vsoxp.alliance.benefits.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An e-mail address as it travels on topics: HMAC-SHA-256 of the trimmed, lower-cased address under a shared secret, in
 * lower-case hexadecimal digits.
 */
final class EmailDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private EmailDigest() {}

    static String of(String email, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var digest = mac.doFinal(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime knows " + ALGORITHM, impossible);
        }
    }
}
