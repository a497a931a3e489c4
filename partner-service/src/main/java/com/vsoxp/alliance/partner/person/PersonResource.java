package com.vsoxp.alliance.partner.person;

import com.vsoxp.alliance.partner.constraint.EmailAddress;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people may ask of those who hold their data. The address travels in bodies alone: URLs end up in logs. */
@Path("/v1/privacy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What people may ask of those who hold their data.")
@RunOnVirtualThread
public class PersonResource {

    @Schema(description = "Whose data is asked for.")
    record ExportRequest(
            @NotNull @EmailAddress @Schema(examples = "kim@northwind.example")
            String email) {}

    @Schema(description = "Whose data is to be erased, and why.")
    record ErasureRequest(
            @NotNull @EmailAddress @Schema(examples = "kim@northwind.example")
            String email,

            @NotBlank
            @Size(max = 1_000)
            @Schema(
                    description = "Why. It stays in the audit, so it must not name the person.",
                    examples = "Request 2026-117 under article 17 GDPR")
            String reason) {}

    @Inject
    ExportPerson exportPerson;

    @Inject
    ErasePerson erasePerson;

    @Inject
    EmailDigest digest;

    @Inject
    Idempotency idempotency;

    @POST
    @Path("exports")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "exportPerson",
            summary = "Export a person's data",
            description =
                    "Everything that is held about the person with that address, in all partners' records. The audit "
                            + "of each of those partners notes that it was told.")
    @APIResponseSchema(value = PersonalData.class, responseDescription = "What is held; empty lists for nothing.")
    public Response export(ExportRequest request) {
        return Response.ok(exportPerson.export(request.email()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("erasures")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person's data",
            description =
                    "Contacts with that address are withdrawn and deleted. Consultants stay on record and count as they "
                            + "did, without name and address, each person once. Answers kept for retries that told of the person are erased as well. "
                            + "This cannot be undone; repeating it erases what has come since.")
    @APIResponseSchema(value = ErasureReport.class, responseDescription = "How much was erased.")
    public Response erase(ErasureRequest request) {
        // What is kept to recognize a retry by must not be the address.
        List<String> asked = List.of(digest.of(request.email()), request.reason());
        return idempotency.once(asked, () -> Response.ok(erasePerson.erase(request.email(), request.reason()))
                .build());
    }
}
