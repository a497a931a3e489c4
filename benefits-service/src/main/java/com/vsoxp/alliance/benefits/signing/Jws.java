package com.vsoxp.alliance.benefits.signing;

import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

/** Compact JSON Web Signatures (RFC 7515) by EdDSA (RFC 8037), and by nothing else. */
final class Jws {

    static final String EDDSA = AlgorithmIdentifiers.EDDSA;

    private static final AlgorithmConstraints EDDSA_ALONE = new AlgorithmConstraints(ConstraintType.PERMIT, EDDSA);

    private Jws() {}

    /**
     * Signs a payload.
     *
     * @param type what kind of document it is, so that none passes for one of another kind (RFC 8725, 3.11)
     * @param kid the key's name as the header gives it
     */
    static String sign(OctetKeyPairJsonWebKey key, String type, String kid, String payload) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(EDDSA_ALONE);
            jws.setAlgorithmHeaderValue(EDDSA);
            jws.setKeyIdHeaderValue(kid);
            jws.setHeader(HeaderParameterNames.TYPE, type);
            jws.setPayload(payload);
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A document cannot be signed", e);
        }
    }

    /** The parts of a text that has the form of a signature of that type; whether it is genuine is another question. */
    static Optional<JsonWebSignature> parse(String compact, String type) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(EDDSA_ALONE);
            jws.setCompactSerialization(compact);
            return Optional.of(jws)
                    .filter(parsed -> type.equals(parsed.getHeader(HeaderParameterNames.TYPE))
                            && EDDSA.equals(parsed.getAlgorithmHeaderValue())
                            && parsed.getKeyIdHeaderValue() != null);
        } catch (JoseException | RuntimeException noSignature) {
            return Optional.empty();
        }
    }

    /** What was signed, if the key signed it. */
    static Optional<String> payloadSignedBy(OctetKeyPairJsonWebKey key, JsonWebSignature jws) {
        try {
            jws.setKey(key.getPublicKey());
            return jws.verifySignature() ? Optional.of(jws.getPayload()) : Optional.empty();
        } catch (JoseException forged) {
            return Optional.empty();
        }
    }
}
