package com.vsoxp.alliance.benefits.signing;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** The public keys of this service, for everybody. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Signing keys", description = "The public keys by which evaluation licenses and credentials are checked")
public class KeysResource {

    private static final String JWK_SET = "application/jwk-set+json";

    @Inject
    KeyRing keys;

    @Inject
    PublicKeyAnswers answers;

    @Schema(name = "JwkSet", description = "A JWK Set (RFC 7517).")
    interface JwkSet {
        @Schema(required = true)
        List<SigningKeyResource.Jwk> keys();
    }

    /** All keys by which something valid may be signed. */
    @GET
    @Produces({JWK_SET, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getJwks", summary = "The public keys", description = """
                    A key is here before it signs anything, and stays until all that it signed has expired. Fetch the set anew when
                    a `kid` is not in it, and every five minutes at most otherwise.""")
    @APIResponse(
            responseCode = "200",
            description = "The keys, oldest first",
            content = @Content(mediaType = JWK_SET, schema = @Schema(implementation = JwkSet.class)))
    public Response all() {
        return answers.json(new JsonWebKeySet(keys.published()).toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
