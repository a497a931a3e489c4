package com.vsoxp.alliance.directory.page;

import com.vsoxp.alliance.directory.page.shell.HtmlAnswers;
import com.vsoxp.alliance.directory.page.shell.Shells;
import com.vsoxp.alliance.platform.http.RequestIds;
import com.vsoxp.alliance.platform.problem.Failures;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Tells people in a page what programs are told in a problem. */
@ApplicationScoped
class FailedPages {

    private static final Logger LOG = Logger.getLogger(FailedPages.class);

    @Inject
    Shells shells;

    @Inject
    HtmlAnswers html;

    /** In place of a page of this site. */
    Response onSite(Throwable failure, RoutingContext request) {
        var problem = known(failure, request);
        return answer(
                problem,
                html.problem(
                        problem.type().status(),
                        Templates.problem(shells.ofProblem(problem.type().title()), page(problem, request))));
    }

    /** In place of a page that stands in a frame. */
    Response inFrame(Throwable failure, RoutingContext request) {
        var problem = known(failure, request);
        return answer(
                problem,
                html.problemInFrames(
                        problem.type().status(), Templates.embedproblem(shells.ofEmbedded(), page(problem, request))));
    }

    private static ProblemException known(Throwable failure, RoutingContext request) {
        var problem = Failures.of(failure);
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.errorf(failure, "%s failed", request.normalizedPath());
        }
        return problem;
    }

    private static ProblemPage page(ProblemException problem, RoutingContext request) {
        var text = problem.type().status() < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? "The address may be mistyped."
                : "Please try again in a moment.";
        return new ProblemPage(problem.type().title(), text, RequestIds.of(request));
    }

    private static Response answer(ProblemException problem, Response page) {
        var answer = Response.fromResponse(page);
        problem.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer.build();
    }
}
