package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.platform.http.RequestIds;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Files of any length: a record per line, and a result per line. */
@Path("/v1/imports")
@Consumes(ImportResource.NDJSON)
@Produces(ImportResource.NDJSON)
@Tag(name = "Imports", description = "Many records in one request, one per line.")
@RunOnVirtualThread
public class ImportResource {

    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(ImportResource.class);

    private static final String HOW = """
             The file is newline-delimited JSON of any length, lines of up to 64 KiB; blank ones are skipped. Each line \
            is answered by one line, in the same order and while the file is still being sent, best read while you send: \
            `{"line": 7, "status": 201, "id": "...", "effect": "CREATED"}`, or `{"line": 8, "status": 422, "problem": \
            {...}}` with the problem that the same request alone would have got. A bad line spoils no other. `effect` is \
            `CREATED`, `CHANGED` or `UNCHANGED`: sending a file again changes nothing. If the connection breaks, each line \
            is recorded wholly or not at all; if the service must stop, the last results are 503. In both cases send the \
            lines again that have no other result.""";

    private static final String PARTNER = """
            {"name": "Northwind", "country": "DE", "externalIds": {"salesforce": "001A000001LkXyz"}}
            """;

    private static final String SALE = """
            {"partnerExternalId": {"system": "salesforce", "id": "001A000001LkXyz"}, "orderNumber": "SO-2026-0117", \
            "product": "VSO-XP", "licenses": 15, "listTotal": {"amount": "14985.00", "currency": "USD"}, \
            "netTotal": {"amount": "11238.75", "currency": "USD"}, "soldOn": "2026-03-02"}
            """;

    private static final String RESULT = """
            {"line": 1, "status": 201, "id": "019abf10-0000-7000-8000-00000000a001", "effect": "CREATED"}
            """;

    @Inject
    ImportFile importFile;

    @Inject
    ImportPartners partners;

    @Inject
    ImportSales sales;

    @Inject
    RoutingContext request;

    @POST
    @Path("partners")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "importPartners",
            summary = "Import partners",
            description =
                    "Registers or changes a partner per line. A line is a partner's profile, as `registerPartner` takes "
                            + "it; one of its `externalIds` says which partner it is. Ids in systems that a line does not name "
                            + "stay. A line that may be of a company that is there already is recorded all the same, and its "
                            + "result has the `warnings` that `registerPartner` answers." + HOW)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "one line", value = PARTNER)))
    @APIResponse(
            responseCode = "200",
            description = "A result per line.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "one result", value = RESULT)))
    public StreamingOutput importPartners(InputStream file) {
        return answerTo(partners, file);
    }

    @POST
    @Path("sales")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "importSales",
            summary = "Import sales",
            description =
                    "Records a sale per line. A line is a sale as `recordSale` takes it; its `orderNumber` says which "
                            + "sale of the calling system it is." + HOW)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "one line", value = SALE)))
    @APIResponse(
            responseCode = "200",
            description = "A result per line.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "one result", value = RESULT)))
    public StreamingOutput importSales(InputStream file) {
        return answerTo(sales, file);
    }

    private StreamingOutput answerTo(LinesOf<?> kind, InputStream file) {
        return answer -> {
            try {
                if (!importFile.run(kind, file, answer, request.normalizedPath(), RequestIds.of(request))) {
                    // What is left of the file is not read, so the connection cannot be used again.
                    request.addEndHandler(_ -> request.request().connection().close());
                }
            } catch (IOException e) {
                LOG.infof("An import broke off: %s", e.getMessage());
                request.request().connection().close();
            }
        };
    }
}
