package com.vsoxp.alliance.partner.webhook.signature;

import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database, which holds nothing that signs by itself: AES-256-GCM under the configured key, bound to
 * the webhook, so that a sealed secret is of no use in another one's row.
 */
@ApplicationScoped
public class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretBox(WebhooksConfig config) {
        this(config.secretKey());
    }

    SecretBox(String key) {
        try {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(text), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The nonce, and the sealed secret. */
    public byte[] seal(UUID webhookId, SigningSecret secret) {
        return seal(webhookId.toString(), secret.key());
    }

    /** @throws IllegalStateException if it was sealed under another key, or for another webhook */
    public SigningSecret open(UUID webhookId, byte[] sealed) {
        return new SigningSecret(open(webhookId.toString(), sealed));
    }

    /** The nonce, and the sealed content, which is of no use in another place than this one. */
    byte[] seal(String place, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, place, nonce, content);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed under another key, or for another place */
    byte[] open(String place, byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] content = new byte[parts.remaining()];
        parts.get(content);
        return run(Cipher.DECRYPT_MODE, place, nonce, content);
    }

    private byte[] run(int mode, String place, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed is not of this key: was it changed?", e);
        }
    }
}
