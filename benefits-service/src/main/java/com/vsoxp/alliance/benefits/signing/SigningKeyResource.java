package com.vsoxp.alliance.benefits.signing;

import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** One public key of this service, for everybody. */
@Path("/v1/signing-keys/{kid}")
@PermitAll
@Tag(name = "Signing keys", description = "The public keys by which evaluation licenses and credentials are checked")
public class SigningKeyResource {

    /** Where the keys are, by their ids. */
    static final String PATH = "/v1/signing-keys/";

    private static final String JWK = "application/jwk+json";

    @Inject
    KeyRing keys;

    @Inject
    PublicKeyAnswers answers;

    @Schema(name = "Jwk", description = "A public Ed25519 key (RFC 8037).")
    interface Jwk {
        @Schema(required = true, examples = "OKP")
        String kty();

        @Schema(required = true, examples = "Ed25519")
        String crv();

        @Schema(required = true, description = "The key's id: its thumbprint (RFC 7638)")
        String kid();

        @Schema(required = true, examples = "sig")
        String use();

        @Schema(required = true, examples = "EdDSA")
        String alg();

        @Schema(required = true, description = "The public key, base64url")
        String x();
    }

    /** One key, where a credential's {@code kid} leads. */
    @GET
    @Produces({JWK, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getSigningKey",
            summary = "One public key",
            description = "One of those in the set, by its id: this is where the `kid` of a credential leads.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(mediaType = JWK, schema = @Schema(implementation = Jwk.class)))
    public Response one(@PathParam("kid") @Parameter(description = "The key's id") String kid) {
        return keys.published(kid)
                .map(key -> answers.json(key.toJson(OutputControlLevel.PUBLIC_ONLY)))
                .orElseThrow(() -> Problems.notFound("key", kid));
    }
}
