package com.vsoxp.alliance.partner.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for a person's e-mail address where the address itself must not go. */
@ApplicationScoped
public class EmailDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    EmailDigest(ContactDigestConfig config) {
        key = new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA-256 of the trimmed, lower-cased address, in lower-case hexadecimal: the same person, the same digest. */
    public String of(String email) {
        return hmac(email.strip().toLowerCase(Locale.ROOT));
    }

    /** All that the person with that address may be known by. */
    public PersonDigests person(String email) {
        String address = of(email);
        // No address holds a blank: the two are never of the same text.
        return new PersonDigests(address, hmac("erased person " + address));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
