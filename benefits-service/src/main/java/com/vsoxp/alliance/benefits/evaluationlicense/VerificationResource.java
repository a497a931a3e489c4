package com.vsoxp.alliance.benefits.evaluationlicense;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.benefits.signing.Signatures;
import com.vsoxp.alliance.benefits.signing.Signatures.Check;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells everybody whether a key is good. */
@Path("/v1/evaluation-licenses/verification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Evaluation licenses", description = "Signed keys to evaluate or demonstrate a product with")
public class VerificationResource {

    /** Three times as long as the longest key. */
    private static final int LONGEST_KEY = 4_096;

    @Inject
    Signatures signatures;

    @Inject
    Clock clock;

    @Schema(name = "EvaluationLicenseQuestion", description = "A key that somebody shows")
    record Question(
            @NotNull @Size(min = 1, max = LONGEST_KEY) @Schema(description = "The key, as it was issued")
            String key) {}

    /**
     * Answers. Nothing is stored, and nothing is looked up for a key that this service did not sign: what a stranger can make
     * it do is to check one signature.
     */
    @POST
    @Operation(operationId = "verifyEvaluationLicense", summary = "Is this key good?", description = """
                    VALID, or why not. A product that can reach this service asks here, since revocations are known here alone;
                    one that cannot verifies the signature by `/.well-known/jwks.json`, and `exp`.""")
    @APIResponseSchema(value = LicenseVerdict.class, responseDescription = "The answer, whatever it is.")
    public LicenseVerdict verify(Question question) {
        return switch (signatures.check(IssueEvaluationLicense.TYPE, question.key())) {
            case Check.Refused refused -> LicenseVerdict.invalid(refused.reason());
            case Check.Genuine genuine -> onRecord(genuine.claims());
        };
    }

    private LicenseVerdict onRecord(JsonNode claims) {
        var id = UUID.fromString(claims.path("jti").asText());
        return EvaluationLicense.<EvaluationLicense>findByIdOptional(id)
                .map(license -> LicenseVerdict.of(license, clock.instant()))
                .orElseGet(LicenseVerdict::notOnRecord);
    }
}
