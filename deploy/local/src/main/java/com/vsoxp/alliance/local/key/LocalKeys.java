package com.vsoxp.alliance.local.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keys and secrets of a local system, made when first asked for and kept in a folder that only their owner can read. They are
 * never in the repository, and good for nothing but this machine.
 */
public final class LocalKeys {

    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;

    private static final List<String> SECRETS =
            List.of("contact-digest-secret", "webhook-secret-key", "logo-token-secret");
    private static final String SIGNING_KEYS = "signing-keys.json";
    private static final List<String> FILES = Stream.concat(
                    SECRETS.stream(), Stream.of("token-private-key", "token-public-key", SIGNING_KEYS))
            .toList();

    private final Path folder;

    /** @param state the state folder of a local system; it need not be there yet */
    public LocalKeys(Path state) {
        this.folder = state.resolve("keys");
    }

    /** What a service needs to check tokens: the RSA public key as one line of base64 (X.509). */
    public String tokenPublicKey() {
        makeOnce();
        return read("token-public-key");
    }

    /** The secret that partner-service and benefits-service share to digest contacts' addresses. */
    public String contactDigestSecret() {
        makeOnce();
        return read("contact-digest-secret");
    }

    /** What partner-service encrypts the secrets of webhooks with. */
    public String webhookSecretKey() {
        makeOnce();
        return read("webhook-secret-key");
    }

    /** What benefits-service makes the tokens of logo grants from. */
    public String logoTokenSecret() {
        makeOnce();
        return read("logo-token-secret");
    }

    /** The file of the private keys that benefits-service signs evaluation licenses and credentials with. */
    public Path signingKeysFile() {
        makeOnce();
        return folder.resolve(SIGNING_KEYS);
    }

    PrivateKey tokenPrivateKey() {
        makeOnce();
        try {
            byte[] encoded = Base64.getDecoder().decode(read("token-private-key"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a private key: " + folder.resolve("token-private-key"), e);
        }
    }

    private void makeOnce() {
        if (FILES.stream().allMatch(this::isThere)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (var lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there already stays: a folder may be from before there was one of these. */
    private void make() throws IOException {
        for (String secret : SECRETS) {
            if (!isThere(secret)) {
                write(secret, LocalKeys::newSecret);
            }
        }
        if (!isThere(SIGNING_KEYS)) {
            write(SIGNING_KEYS, SigningKeySet::ofOneNewKey);
        }
        if (!isThere("token-public-key")) {
            KeyPair pair = newKeyPair();
            write("token-private-key", () -> base64(pair.getPrivate().getEncoded()));
            write("token-public-key", () -> base64(pair.getPublic().getEncoded()));
        }
    }

    private boolean isThere(String name) {
        return Files.exists(folder.resolve(name));
    }

    private void write(String name, Supplier<String> content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(folder, name, ".draft", ownerOnly);
        Files.writeString(draft, content.get() + "\n");
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return base64(secret);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
