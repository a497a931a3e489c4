package com.vsoxp.alliance.platform.inbox;

import static com.vsoxp.alliance.platform.event.EventHeaders.ID;
import static com.vsoxp.alliance.platform.event.EventHeaders.SEQUENCE;
import static com.vsoxp.alliance.platform.event.EventHeaders.SOURCE;
import static com.vsoxp.alliance.platform.event.EventHeaders.TIME;
import static com.vsoxp.alliance.platform.event.EventHeaders.TRACE_PARENT;
import static com.vsoxp.alliance.platform.event.EventHeaders.TYPE;
import static com.vsoxp.alliance.platform.event.EventHeaders.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.vsoxp.alliance.platform.time.Moments;
import com.vsoxp.alliance.platform.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a broker's record as a CloudEvent. */
@ApplicationScoped
public class EventReader {

    private final ObjectReader tolerant;

    EventReader(ObjectMapper json) {
        // Producers may add fields at any time; strictness is for what people send.
        this.tolerant = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws PoisonEventException if the record is no event of this system */
    public ReceivedEvent readEvent(ConsumerRecord<String, byte[]> event) {
        if (event.key() == null) {
            throw new PoisonEventException("The record has no key");
        }
        try {
            return new ReceivedEvent(
                    UUID.fromString(required(event, ID)),
                    required(event, TYPE),
                    event.topic(),
                    event.key(),
                    required(event, SOURCE),
                    Moments.parse(required(event, TIME)),
                    Long.parseLong(required(event, SEQUENCE)),
                    read(event.headers(), TRACE_PARENT)
                            .flatMap(TraceParent::valid)
                            .orElse(null),
                    content(event),
                    tolerant);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PoisonEventException("A header is not as CloudEvents wants it: " + e.getMessage(), e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> event, String header) {
        return read(event.headers(), header)
                .orElseThrow(() -> new PoisonEventException("The header " + header + " is missing"));
    }

    /** Whether it is JSON all through is seen by who reads it: to read it here too would cost as much again. */
    private static byte[] content(ConsumerRecord<String, byte[]> event) {
        byte[] value = event.value();
        if (value == null) {
            throw new PoisonEventException("The record has no value");
        }
        int first = 0;
        while (first < value.length && Character.isWhitespace(value[first])) {
            first++;
        }
        if (first == value.length || value[first] != '{') {
            throw new PoisonEventException("The value is not a JSON object");
        }
        return value;
    }
}
