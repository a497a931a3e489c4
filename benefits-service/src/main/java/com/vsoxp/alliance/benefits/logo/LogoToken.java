package com.vsoxp.alliance.benefits.logo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of one enrollment of one partner: 128 bits that nobody can guess, that tell nothing of whose they are, and that
 * are the same again when the database is built anew.
 */
final class LogoToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private LogoToken() {}

    /** Whether a text can be a token at all. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** 22 characters of base64url. */
    static String of(UUID partnerId, UUID enrollmentId, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var digest = mac.doFinal(("logo-grant " + partnerId + " " + enrollmentId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime knows " + ALGORITHM, impossible);
        }
    }
}
