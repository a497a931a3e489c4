package com.vsoxp.alliance.platform.trace;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;

/** W3C Trace Context's {@code traceparent}: read, made, and turned into OpenTelemetry's own form. */
public final class TraceParent {

    private static final String FORM = "00-00000000000000000000000000000000-0000000000000000-00";
    private static final int TRACE = 3;
    private static final int TRACE_END = 35;
    private static final int SPAN = 36;
    private static final int SPAN_END = 52;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /** The value if it is well formed, since a broken one must be ignored and not passed on. */
    public static Optional<String> valid(String value) {
        return value != null && isWellFormed(value) ? Optional.of(value) : Optional.empty();
    }

    /** Told character by character, since every event that is taken has one. */
    private static boolean isWellFormed(String value) {
        return value.length() == FORM.length()
                && hasForm(value)
                && !value.startsWith("ff")
                && !value.regionMatches(TRACE, FORM, TRACE, TRACE_END - TRACE)
                && !value.regionMatches(SPAN, FORM, SPAN, SPAN_END - SPAN);
    }

    private static boolean hasForm(String value) {
        for (int i = 0; i < FORM.length(); i++) {
            char c = value.charAt(i);
            boolean fits = FORM.charAt(i) == '-' ? c == '-' : c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** A new trace, marked as not sampled: whoever records spans decides for itself. */
    public static String fresh() {
        String trace = UuidCreator.getRandomBased().toString().replace("-", "");
        String span = UuidCreator.getRandomBased().toString().replace("-", "").substring(16);
        return "00-" + trace + "-" + span + "-00";
    }

    public static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    public static String traceIdOf(String traceParent) {
        return traceParent.substring(TRACE, TRACE_END);
    }

    /** The span that the value names, as one of another process. */
    public static SpanContext toRemoteSpan(String traceParent) {
        return SpanContext.createFromRemoteParent(
                traceIdOf(traceParent),
                traceParent.substring(SPAN, SPAN_END),
                TraceFlags.fromHex(traceParent, FLAGS),
                TraceState.getDefault());
    }
}
