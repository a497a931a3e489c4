package com.vsoxp.alliance.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came in.
 *
 * @param id the event's own id, the same in every delivery
 * @param type its CloudEvents type
 * @param topic where it was published
 * @param key the stream it belongs to
 * @param source the service that published it
 * @param time when it happened
 * @param sequence its place among the events of its topic and key, from 1
 * @param traceParent the trace that caused it, or null
 * @param content JSON, as the bytes that were published
 * @param reader turns the content into the intake's own records
 */
public record ReceivedEvent(
        UUID id,
        String type,
        String topic,
        String key,
        String source,
        Instant time,
        long sequence,
        String traceParent,
        byte[] content,
        ObjectReader reader) {

    /**
     * The content as the intake's own record; fields it does not know are passed over. It is read straight from the bytes, and only
     * when it is asked for.
     *
     * @throws PoisonEventException if the content is no JSON, or not of that form
     */
    public <T> T dataAs(Class<T> form) {
        try {
            return reader.forType(form).readValue(content);
        } catch (JsonProcessingException e) {
            throw new PoisonEventException(
                    "The data of " + type + " is not as its schema says: " + e.getOriginalMessage(), e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
