package com.vsoxp.alliance.local.key;

import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/** Private keys that benefits-service signs with, as the file of them holds them: a JWK Set of Ed25519 keys. */
final class SigningKeySet {

    private SigningKeySet() {}

    static String ofOneNewKey() {
        return json(List.of(newKey()));
    }

    /**
     * The keys of a set, and a new one.
     *
     * @throws JoseException if the text is no JWK Set
     */
    static String withOneMore(String set) throws JoseException {
        var keys = new ArrayList<>(new JsonWebKeySet(set).getJsonWebKeys());
        keys.add(newKey());
        return json(keys);
    }

    private static JsonWebKey newKey() {
        try {
            var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    private static String json(List<JsonWebKey> keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }
}
