package com.vsoxp.alliance.partner.audit;

import com.vsoxp.alliance.platform.http.RequestIds;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.trace.TraceSource;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells who is behind what the current thread does. */
@ApplicationScoped
public class CurrentActor {

    private final CurrentVertxRequest request;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final TraceSource traces;

    CurrentActor(CurrentVertxRequest request, Caller caller, SecurityIdentity identity, TraceSource traces) {
        this.request = request;
        this.caller = caller;
        this.identity = identity;
        this.traces = traces;
    }

    /**
     * The caller of the request, if there is one; else the evaluation while its events are taken, else the service itself.
     *
     * @param partnerId whom the change is about; null for nobody
     */
    public AuditActor about(UUID partnerId) {
        String trace = traces.traceParentFor(String.valueOf(partnerId));
        return request()
                .map(current -> caller(current, trace))
                .orElseGet(() ->
                        AuditActor.of(traces.isCausedByEvents() ? AuditActor.EVALUATION : AuditActor.SERVICE, trace));
    }

    private Optional<RoutingContext> request() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }

    private AuditActor caller(RoutingContext current, String trace) {
        List<String> roles = identity.getRoles().stream().sorted().toList();
        return new AuditActor(caller.name(), caller.client().orElse(null), roles, RequestIds.of(current), trace);
    }
}
