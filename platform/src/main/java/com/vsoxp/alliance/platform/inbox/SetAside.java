package com.vsoxp.alliance.platform.inbox;

import static com.vsoxp.alliance.platform.event.EventHeaders.ID;
import static com.vsoxp.alliance.platform.event.EventHeaders.SEQUENCE;
import static com.vsoxp.alliance.platform.event.EventHeaders.TYPE;
import static com.vsoxp.alliance.platform.event.EventHeaders.read;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be taken and lies on the dead letter topic now. Of a record that is broken some may not be
 * readable, and is null.
 *
 * @param key the stream it belongs to
 * @param sequence its place among the events of its topic and key
 * @param reason why it could not be taken
 */
public record SetAside(String topic, String key, UUID eventId, String type, Long sequence, String reason, Instant at) {

    /** Of a record, for this reason, at this moment. */
    public static SetAside of(ConsumerRecord<String, byte[]> poison, Throwable why, Instant at) {
        return new SetAside(
                poison.topic(),
                poison.key(),
                readable(poison, ID, UUID::fromString),
                readable(poison, TYPE, Function.identity()),
                readable(poison, SEQUENCE, Long::valueOf),
                String.valueOf(why.getMessage()),
                at);
    }

    /** The key, where the stream is named by an id. */
    public Optional<UUID> keyAsId() {
        return Optional.ofNullable(key).map(text -> orNull(text, UUID::fromString));
    }

    private static <T> T readable(ConsumerRecord<String, byte[]> poison, String header, Function<String, T> form) {
        return read(poison.headers(), header).map(text -> orNull(text, form)).orElse(null);
    }

    private static <T> T orNull(String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
