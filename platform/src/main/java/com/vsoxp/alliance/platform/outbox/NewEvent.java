package com.vsoxp.alliance.platform.outbox;

import java.util.Objects;

/**
 * An event to be published.
 *
 * @param topic the topic it goes to
 * @param type its CloudEvents type
 * @param key the stream it belongs to: events of one topic and key leave in the order they were committed
 * @param data its content, written as a JSON object; {@code sequence} is added to it
 * @param traceParent the trace it belongs to; null for the current one
 */
public record NewEvent(String topic, String type, String key, Object data, String traceParent) {

    public NewEvent {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(type);
        Objects.requireNonNull(key);
        Objects.requireNonNull(data);
    }

    /** An event of the current trace. */
    public NewEvent(String topic, String type, String key, Object data) {
        this(topic, type, key, data, null);
    }

    /** The same event as part of that trace: for whoever writes in the name of several requests. */
    public NewEvent tracedBy(String trace) {
        return new NewEvent(topic, type, key, data, trace);
    }
}
