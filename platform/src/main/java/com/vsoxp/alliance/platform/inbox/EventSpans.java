package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Continues the traces of events that are being taken. While spans are not recorded, each event's own context is handed through,
 * so the trace still reaches the events that follow from it.
 */
@ApplicationScoped
class EventSpans {

    private final Tracer tracer;
    private final boolean areRecorded;

    EventSpans(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.tracer = tracer;
        this.areRecorded = !disabled;
    }

    /** Runs work within a span per event; the work gets, per key, the trace that its own events belong to. */
    <T> T around(String intake, List<ReceivedEvent> events, Function<Map<String, String>, T> work) {
        List<Span> spans = new ArrayList<>();
        Map<String, String> causes = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (event.traceParent() != null && !areRecorded) {
                causes.put(event.key(), event.traceParent());
            } else if (event.traceParent() != null) {
                Span span = start(intake, event);
                spans.add(span);
                causes.put(event.key(), TraceParent.of(span.getSpanContext()));
            }
        }
        try {
            return work.apply(causes);
        } finally {
            spans.forEach(Span::end);
        }
    }

    private Span start(String intake, ReceivedEvent event) {
        Context cause = Context.root().with(Span.wrap(TraceParent.toRemoteSpan(event.traceParent())));
        return tracer.spanBuilder(intake + " " + event.type())
                .setParent(cause)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
    }
}
