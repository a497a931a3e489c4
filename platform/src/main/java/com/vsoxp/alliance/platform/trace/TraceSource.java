package com.vsoxp.alliance.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Tells which trace an event that is being made belongs to: that of the event which caused it, while a batch of events is
 * being taken; else that of the current request; else a trace of its own.
 */
@ApplicationScoped
public class TraceSource {

    private final ThreadLocal<Map<String, String>> causes = new ThreadLocal<>();
    private final CurrentTrace request;

    TraceSource(CurrentTrace request) {
        this.request = request;
    }

    /** Never null. */
    public String traceParentFor(String key) {
        Map<String, String> byKey = causes.get();
        if (byKey != null && byKey.containsKey(key)) {
            return byKey.get(key);
        }
        if (Arc.container().requestContext().isActive()) {
            return request.traceParent();
        }
        SpanContext recorded = Span.current().getSpanContext();
        return recorded.isValid() ? TraceParent.of(recorded) : TraceParent.fresh();
    }

    /** Whether the current thread is taking events. */
    public boolean isCausedByEvents() {
        return causes.get() != null;
    }

    /** Runs work whose events are caused, key by key, by the given traces. */
    public void runCausedBy(Map<String, String> traceParents, Runnable work) {
        causes.set(traceParents);
        try {
            work.run();
        } finally {
            causes.remove();
        }
    }
}
