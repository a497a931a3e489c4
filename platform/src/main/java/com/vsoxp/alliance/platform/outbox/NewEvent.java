package com.vsoxp.alliance.platform.outbox;

import java.util.Objects;

/**
 * An event to be published.
 *
 * @param topic the topic it goes to
 * @param type its CloudEvents type
 * @param key the stream it belongs to: events of one topic and key leave in the order they were committed
 * @param data its content, written as a JSON object; {@code sequence} is added to it
 */
public record NewEvent(String topic, String type, String key, Object data) {

    public NewEvent {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(type);
        Objects.requireNonNull(key);
        Objects.requireNonNull(data);
    }
}
