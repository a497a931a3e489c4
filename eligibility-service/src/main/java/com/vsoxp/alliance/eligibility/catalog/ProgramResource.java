package com.vsoxp.alliance.eligibility.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vsoxp.alliance.eligibility.document.ProgramPage;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of the program, for systems and for people. */
@Path("/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs", description = "What each tier demands and gives, by version.")
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
@RunOnVirtualThread
public class ProgramResource {

    private static final String YAML_TYPE = "application/yaml";
    private static final String HTML_TYPE = "text/html;charset=UTF-8";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML_TYPE), MediaType.valueOf(HTML_TYPE))
            .build();

    /** A version in the list of versions. */
    @Schema(name = "ProgramVersion")
    record ProgramVersion(
            @Schema(examples = "2.0") String version,
            String title,
            ProgramView.Status status,
            LocalDate effectiveFrom,
            Instant publishedAt) {}

    /** A page of versions. */
    @Schema(name = "ProgramVersionPage")
    record ProgramVersionPage(List<ProgramVersion> items, String nextCursor) {}

    @Inject
    Programs programs;

    @Inject
    Preconditions preconditions;

    @Inject
    ObjectMapper json;

    @GET
    @Operation(summary = "List the versions", description = "All published versions of the program, by their names.")
    @APIResponseSchema(value = ProgramVersionPage.class, responseDescription = "A page of versions.")
    public Response listPrograms(@BeanParam PageRequest request, @Context UriInfo uri) {
        Page<ProgramVersion> page = ProgramRow.page(request)
                .map(row -> new ProgramVersion(
                        row.version,
                        programs.version(row.version).orElseThrow().title(),
                        ProgramView.Status.PUBLISHED,
                        row.effectiveFrom,
                        row.publishedAt));
        return Pages.response(page, uri);
    }

    @GET
    @Path("{version}")
    @Produces({MediaType.APPLICATION_JSON, YAML_TYPE, HTML_TYPE})
    @Operation(
            summary = "Read a version",
            description = "As JSON, as the YAML it is written in, or as the two tables that a person reads.")
    @APIResponse(
            responseCode = "200",
            description = "The whole document.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgramView.class)),
                @Content(mediaType = YAML_TYPE, schema = @Schema(implementation = ProgramView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response readProgram(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "2.0") String version,
            @Context Request request) {
        Program program = programs.version(version).orElseThrow(() -> Problems.notFound("program", version));
        Variant variant = request.selectVariant(VARIANTS);
        MediaType type = variant == null ? MediaType.APPLICATION_JSON_TYPE : variant.getMediaType();
        byte[] document = document(program, type);
        Response answer = preconditions.ok(document, ETags.ofContent(document));
        return Response.fromResponse(answer)
                .type(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private byte[] document(Program program, MediaType type) {
        ProgramView view = ProgramView.of(program, ProgramView.Status.PUBLISHED);
        try {
            return switch (type.getSubtype()) {
                case "yaml" -> YAML.writeValueAsBytes(view);
                case "html" ->
                    ProgramPage.of(program, ProgramView.Status.PUBLISHED).getBytes(StandardCharsets.UTF_8);
                default -> json.writeValueAsBytes(view);
            };
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
