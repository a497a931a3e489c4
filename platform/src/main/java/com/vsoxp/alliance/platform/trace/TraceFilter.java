package com.vsoxp.alliance.platform.trace;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Takes up the caller's {@code traceparent} and names its trace in every log line of the request. */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class TraceFilter implements ContainerRequestFilter {

    @Inject
    CurrentTrace trace;

    @Override
    public void filter(ContainerRequestContext request) {
        TraceParent.valid(request.getHeaderString("traceparent")).ifPresent(trace::continueFrom);
        MDC.put("traceId", TraceParent.traceIdOf(trace.traceParent()));
    }
}
