package com.vsoxp.alliance.eligibility.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.document.InvalidProgramException;
import com.vsoxp.alliance.eligibility.document.Mistake;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.HttpConfig;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reads a program from a request's body, in JSON or YAML. */
@ApplicationScoped
class DraftBody {

    private final StrictJson json;
    private final HttpConfig config;

    DraftBody(StrictJson json, HttpConfig config) {
        this.json = json;
        this.config = config;
    }

    /**
     * The program that the body tells.
     *
     * @throws ProblemException 400 or 422 naming every mistake and its place, 413 if it is too long
     */
    Program read(byte[] body, MediaType type) {
        long limit = config.maxJsonBody().asLongValue();
        if (body.length > limit) {
            throw Problems.tooLarge(limit);
        }
        try {
            return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                    ? ProgramReader.read(json.bind(body, JsonNode.class))
                    : ProgramReader.readYaml(body);
        } catch (InvalidProgramException e) {
            throw problem(e.mistakes());
        }
    }

    private static ProblemException problem(List<Mistake> mistakes) {
        List<FieldError> errors = mistakes.stream()
                .map(mistake -> new FieldError(mistake.pointer(), mistake.code(), mistake.detail()))
                .toList();
        return mistakes.stream().anyMatch(Mistake::isOfForm) ? Problems.malformed(errors) : Problems.rule(errors);
    }
}
