package com.vsoxp.alliance.benefits.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Signs documents in this service's name, and tells whether a document was. */
@ApplicationScoped
public class Signatures {

    private static final String EXPIRY = "exp";

    @Inject
    KeyRing keys;

    @Inject
    SigningConfig config;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /** A signed document, and the id of the key that signed it. */
    public record Signed(String kid, String compact) {}

    /** Whether a document is one of ours. */
    public sealed interface Check {

        /** It is, and this is what it claims. Whether it has expired is not looked at. */
        record Genuine(JsonNode claims) implements Check {}

        /** It is not. */
        record Refused(Reason reason) implements Check {}
    }

    /** Why a document is none of ours. */
    public enum Reason {
        NOT_A_KEY,
        UNKNOWN_SIGNER,
        BAD_SIGNATURE
    }

    /**
     * Signs claims, to which it adds the issuer and the expiry.
     *
     * @param type the document's type, as the header says it
     * @param expiresAt in whole seconds
     */
    public Signed sign(String type, ObjectNode claims, Instant expiresAt) {
        return sign(type, kid -> kid, claims, expiresAt);
    }

    /** As {@link #sign}, for verifiers that look for the key where the header's {@code kid} leads. */
    public Signed signWithLinkToKey(String type, ObjectNode claims, Instant expiresAt) {
        return sign(type, kid -> config.publicUrl() + SigningKeyResource.PATH + kid, claims, expiresAt);
    }

    private Signed sign(String type, UnaryOperator<String> kidInHeader, ObjectNode claims, Instant expiresAt) {
        if (expiresAt.isAfter(clock.instant().plus(config.longestValidity()))) {
            throw new IllegalArgumentException("nothing is signed for longer than " + config.longestValidity());
        }
        var signer = keys.signer();
        claims.put("iss", issuer().toString()).put(EXPIRY, expiresAt.getEpochSecond());
        return new Signed(
                signer.getKeyId(), Jws.sign(signer, type, kidInHeader.apply(signer.getKeyId()), json(claims)));
    }

    /** Whether this service signed a document of that type. */
    public Check check(String type, String compact) {
        var jws = Jws.parse(compact, type);
        if (jws.isEmpty()) {
            return new Check.Refused(Reason.NOT_A_KEY);
        }
        var key = keys.published(jws.get().getKeyIdHeaderValue());
        if (key.isEmpty()) {
            return new Check.Refused(Reason.UNKNOWN_SIGNER);
        }
        return Jws.payloadSignedBy(key.get(), jws.get())
                .flatMap(this::object)
                .<Check>map(Check.Genuine::new)
                .orElse(new Check.Refused(Reason.BAD_SIGNATURE));
    }

    /** The name under which this service signs: where the world reaches it. */
    public URI issuer() {
        return config.publicUrl();
    }

    private String json(ObjectNode claims) {
        try {
            return mapper.writeValueAsString(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Claims cannot be written as JSON", e);
        }
    }

    private Optional<JsonNode> object(String payload) {
        try {
            return Optional.of(mapper.readTree(payload)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
