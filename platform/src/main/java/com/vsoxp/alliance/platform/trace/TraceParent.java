package com.vsoxp.alliance.platform.trace;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Pattern;

/** W3C Trace Context's {@code traceparent}: read, made, and turned into OpenTelemetry's own form. */
public final class TraceParent {

    private static final Pattern FORMAT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** The value if it is well formed, since a broken one must be ignored and not passed on. */
    public static Optional<String> valid(String value) {
        return value != null && FORMAT.matcher(value).matches() && !value.startsWith("ff")
                ? Optional.of(value)
                : Optional.empty();
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
        return traceParent.substring(3, 35);
    }

    /** The span that the value names, as one of another process. */
    public static SpanContext toRemoteSpan(String traceParent) {
        return SpanContext.createFromRemoteParent(
                traceIdOf(traceParent),
                traceParent.substring(36, 52),
                TraceFlags.fromHex(traceParent, 53),
                TraceState.getDefault());
    }
}
