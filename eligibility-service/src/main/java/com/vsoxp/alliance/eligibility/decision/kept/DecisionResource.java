package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every decision about a partner, with what it was made from. */
@Path("/v1/partners/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "Every decision, with its input: replaying it gives the same answer.")
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
@RunOnVirtualThread
public class DecisionResource {

    /** A page of decisions. */
    @Schema(name = "DecisionPage")
    record DecisionPage(List<Decision> items, String nextCursor) {}

    @Inject
    Programs programs;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "List a partner's decisions",
            description =
                    "The latest first. A decision is made whenever the standing moves or a loss of it is told of, "
                            + "and is never changed.")
    @APIResponseSchema(value = DecisionPage.class, responseDescription = "A page of decisions.")
    public Response listDecisions(@PathParam("id") UUID id, @BeanParam PageRequest request, @Context UriInfo uri) {
        caller.mustOwn(id);
        PartnerRow.known(id).orElseThrow(() -> Problems.notFound("partner", id));
        return Pages.response(DecisionRow.page(id, request).map(DecisionRow::read), uri);
    }

    @GET
    @Path("{decisionId}")
    @Operation(
            summary = "Read a decision",
            description =
                    "In the very bytes in which it was kept: fields in the order of their names, nothing for what "
                            + "has no value, no space.")
    @APIResponseSchema(value = Decision.class, responseDescription = "The decision.")
    public Response readDecision(@PathParam("id") UUID id, @PathParam("decisionId") UUID decisionId) {
        byte[] kept = kept(id, decisionId).content.getBytes(StandardCharsets.UTF_8);
        return preconditions.ok(kept, ETags.ofContent(kept));
    }

    @GET
    @Path("{decisionId}/replay")
    @Operation(
            summary = "Make a decision once more",
            description = "From the input that was kept with it, by the version of the program that it was made by and "
                    + "the rules of today, and answers whether the result is the kept one, byte for byte. Nothing is "
                    + "written.")
    @APIResponseSchema(value = Replay.class, responseDescription = "What came of it.")
    public Response replayDecision(@PathParam("id") UUID id, @PathParam("decisionId") UUID decisionId) {
        DecisionRow kept = kept(id, decisionId);
        return preconditions.ok(Replay.of(kept, programOf(kept)));
    }

    @GET
    @Path("{decisionId}/diff")
    @Operation(
            summary = "Compare a decision with another one",
            description = "What moved the partner from one to the other: evidence that came, left or changed, verdicts "
                    + "that became others, the version of the program, and what became of the tier.")
    @APIResponseSchema(value = DecisionDiff.class, responseDescription = "What lies between them.")
    public Response compareDecisions(
            @PathParam("id") UUID id,
            @PathParam("decisionId") UUID decisionId,
            @QueryParam("from")
                    @Parameter(
                            description = "The decision to compare with; without it, the one before.",
                            example = "019abf10-0000-7000-8000-000000001001")
                    UUID from) {
        DecisionRow kept = kept(id, decisionId);
        DecisionRow other = from == null
                ? DecisionRow.before(id, decisionId)
                        .orElseThrow(() -> Problems.rule(
                                FieldError.query("from"), "NONE_BEFORE", "There is no decision before this one."))
                : DecisionRow.of(id, from)
                        .orElseThrow(() -> Problems.rule(
                                FieldError.query("from"), "UNKNOWN", "There is no decision " + from + "."));
        return preconditions.ok(DecisionDiff.between(sided(other), sided(kept)));
    }

    private DecisionRow kept(UUID partnerId, UUID decisionId) {
        caller.mustOwn(partnerId);
        return DecisionRow.of(partnerId, decisionId).orElseThrow(() -> Problems.notFound("decision", decisionId));
    }

    private DecisionDiff.Sided sided(DecisionRow row) {
        return new DecisionDiff.Sided(row.read(), programOf(row));
    }

    private Program programOf(DecisionRow row) {
        return programs.version(row.programVersion).orElseThrow();
    }
}
