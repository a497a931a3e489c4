package com.vsoxp.alliance.platform.testing;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The issuer of the tests: a key pair made anew for every run. The private key is handed on as a system property, since a
 * test class is loaded by another class loader than the test resource that configures the service.
 */
public final class TestKeys {

    private static final String PRIVATE_KEY = "alliance.test.private-key";
    private static final String PUBLIC_KEY = "alliance.test.public-key";

    private TestKeys() {}

    /** The public key, X.509 in one line of base64: the value of {@code quarkus.oidc.public-key}. */
    public static String publicKeyBase64() {
        return property(PUBLIC_KEY);
    }

    /** The key that the service under test trusts. */
    public static PrivateKey privateKey() {
        byte[] encoded = Base64.getDecoder().decode(property(PRIVATE_KEY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("The test key is not readable", e);
        }
    }

    /** A key that nobody trusts. */
    public static PrivateKey foreignKey() {
        return generate().getPrivate();
    }

    private static synchronized String property(String name) {
        if (System.getProperty(name) == null) {
            KeyPair pair = generate();
            System.setProperty(PRIVATE_KEY, base64(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC_KEY, base64(pair.getPublic().getEncoded()));
        }
        return System.getProperty(name);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
