package com.vsoxp.alliance.benefits.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/** The file of private keys. No message of it ever tells what is in the file. */
final class PrivateKeys {

    private PrivateKeys() {}

    /**
     * Reads it.
     *
     * @return the keys by their ids, each of which is its thumbprint (RFC 7638)
     * @throws IllegalStateException if there is none, or it does not hold Ed25519 keys with their private parts and nothing else
     */
    static Map<String, OctetKeyPairJsonWebKey> in(Path file) {
        try {
            var keys = new LinkedHashMap<String, OctetKeyPairJsonWebKey>();
            for (var key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
                var pair = ed25519(key, file);
                keys.put(pair.getKeyId(), pair);
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("There is no key in " + file);
            }
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException("The signing keys cannot be read from " + file, e);
        } catch (JoseException e) {
            throw new IllegalStateException("Not a JWK Set: " + file);
        }
    }

    private static OctetKeyPairJsonWebKey ed25519(JsonWebKey key, Path file) throws JoseException {
        if (key instanceof OctetKeyPairJsonWebKey pair
                && pair.getSubtype().equals(OctetKeyPairJsonWebKey.SUBTYPE_ED25519)
                && pair.getPrivateKey() != null) {
            return named(pair);
        }
        throw new IllegalStateException("Not an Ed25519 key with its private part: one in " + file);
    }

    /** One key has one name, wherever it came from. */
    static OctetKeyPairJsonWebKey named(OctetKeyPairJsonWebKey key) {
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        key.setAlgorithm(Jws.EDDSA);
        key.setUse("sig");
        return key;
    }
}
