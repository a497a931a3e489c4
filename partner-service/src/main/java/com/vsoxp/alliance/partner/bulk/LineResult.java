package com.vsoxp.alliance.partner.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vsoxp.alliance.partner.partner.duplicate.RegistrationWarning;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/**
 * What callers are told of a line.
 *
 * @param status as if the line had been a request of its own
 * @param id what the line's record goes by here; null if it was refused
 * @param effect what recording it did; null if it was refused
 * @param warnings what is odd about a record that was made all the same; null for nothing
 * @param problem why it was refused; null if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
        long line, int status, UUID id, Outcome.Effect effect, List<RegistrationWarning> warnings, Problem problem) {

    static LineResult of(Line line, Outcome outcome, String path, String requestId) {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                new LineResult(
                        line.number(),
                        recorded.effect().status(),
                        recorded.id(),
                        recorded.effect(),
                        recorded.warnings().isEmpty() ? null : recorded.warnings(),
                        null);
            case Outcome.Refused(ProblemException problem) ->
                new LineResult(
                        line.number(), problem.type().status(), null, null, null, Problem.of(problem, path, requestId));
        };
    }
}
