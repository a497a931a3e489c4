package com.vsoxp.alliance.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.RequestScoped;

/** The trace that the current request belongs to, whether or not spans are being recorded. */
@RequestScoped
public class CurrentTrace {

    private String traceParent;

    /** Never null: a request without a trace starts one. */
    public String traceParent() {
        SpanContext recorded = Span.current().getSpanContext();
        if (recorded.isValid()) {
            return TraceParent.of(recorded);
        }
        if (traceParent == null) {
            traceParent = TraceParent.fresh();
        }
        return traceParent;
    }

    void continueFrom(String accepted) {
        traceParent = accepted;
    }
}
