package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.catalog.Programs.Edition;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.document.diff.DiffPage;
import com.vsoxp.alliance.eligibility.document.diff.ProgramDiff;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** A version in the list of versions. */
    @Schema(name = "ProgramVersion")
    record ProgramVersion(
            @Schema(examples = "2.0") String version,
            String title,
            Status status,
            LocalDate effectiveFrom,
            Instant publishedAt) {

        static ProgramVersion of(ListPrograms.Listed row) {
            return new ProgramVersion(row.version(), row.title(), row.status(), row.effectiveFrom(), row.publishedAt());
        }
    }

    /** A page of versions. */
    @Schema(name = "ProgramVersionPage")
    record ProgramVersionPage(List<ProgramVersion> items, String nextCursor) {}

    @Inject
    Programs programs;

    @Inject
    Preconditions preconditions;

    @Inject
    ListPrograms listPrograms;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary = "List the versions",
            description = "All versions of the program, by their names; drafts are not for partners.")
    @APIResponseSchema(value = ProgramVersionPage.class, responseDescription = "A page of versions.")
    public Response listPrograms(
            @QueryParam("status") @Parameter(description = "Only versions of this status.") Status status,
            @BeanParam PageRequest request,
            @Context UriInfo uri) {
        if (caller.isPartnerOnly() && status == Status.DRAFT) {
            return Pages.response(new Page<>(List.of(), null), uri);
        }
        Page<ProgramVersion> page = listPrograms
                .page(caller.isPartnerOnly() ? Status.PUBLISHED : status, request)
                .map(ProgramVersion::of);
        return Pages.response(page, uri);
    }

    @GET
    @Path("{version}")
    @Produces({MediaType.APPLICATION_JSON, Representation.YAML_TYPE, Representation.HTML_TYPE})
    @Operation(
            summary = "Read a version",
            description = "As JSON, as the YAML it is written in, or as the two tables that a person reads.")
    @APIResponse(
            responseCode = "200",
            description = "The whole document.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgramView.class)),
                @Content(mediaType = Representation.YAML_TYPE, schema = @Schema(implementation = ProgramView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response readProgram(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "2.0") String version,
            @Context Request request) {
        Edition edition = visible(version);
        Representation form = Representation.wantedBy(request, Representation.values());
        return answer(form, form.of(edition.program(), edition.status()));
    }

    @GET
    @Path("{version}/diff")
    @Produces({MediaType.APPLICATION_JSON, Representation.HTML_TYPE})
    @Operation(
            operationId = "diffPrograms",
            summary = "Read what a version changes",
            description =
                    "Against another version, or without `from` against the one in force. Each change names its row by "
                            + "code, its place in the row, and what stood and stands there; and says the same in words.")
    @APIResponse(
            responseCode = "200",
            description = "The changes; none against itself.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgramDiff.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response diff(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "3.0") String version,
            @QueryParam("from") @Parameter(description = "The version to compare it with.", example = "2.0")
                    String from,
            @Context Request request) {
        Program to = visible(version).program();
        Program before = from == null
                ? programs.inForce(clock.instant())
                : edition(from)
                        .map(Edition::program)
                        .orElseThrow(() -> Problems.rule(
                                FieldError.query("from"), "UNKNOWN", "There is no version " + from + "."));
        ProgramDiff diff = ProgramDiff.between(before, to);
        if (Representation.wantedBy(request, Representation.JSON, Representation.HTML) == Representation.JSON) {
            return preconditions.ok(diff);
        }
        return answer(Representation.HTML, DiffPage.of(diff).getBytes(StandardCharsets.UTF_8));
    }

    private Edition visible(String version) {
        return edition(version).orElseThrow(() -> Problems.notFound("program", version));
    }

    /** Drafts are nothing to partners. */
    private Optional<Edition> edition(String version) {
        return programs.edition(version)
                .filter(edition -> edition.status() == Status.PUBLISHED || !caller.isPartnerOnly());
    }

    private Response answer(Representation form, byte[] document) {
        return Response.fromResponse(preconditions.ok(document, ETags.ofContent(document)))
                .type(form.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
