package com.vsoxp.alliance.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What the service told the others of a partner: every event is held against its schema and its golden sample. */
public final class Told {

    private Told() {}

    /** Waits for the event of that type. */
    public static JsonNode of(UUID partner, String type) {
        return of(partner, type, data -> true);
    }

    /** Waits for the event of that type that fulfils the condition. */
    public static JsonNode of(UUID partner, String type, Predicate<JsonNode> condition) {
        PublishedEvent event = Topics.awaitEvent(topic(type), partner.toString(), type, condition);
        EventContract.mustMatchSchema(type, event.data());
        assertThat(fields("", event.data()))
                .containsExactlyInAnyOrderElementsOf(fields("", EventContract.sample(type)));
        assertThat(event.data().path("partnerId").textValue()).isEqualTo(partner.toString());
        assertThat(event.headers()).containsEntry("ce_source", "/partner-service");
        return event.data();
    }

    /** Types of all events about the partner so far, in their order; their sequences have no holes. */
    public static List<String> types(UUID partner, String topic) {
        List<PublishedEvent> events = Topics.eventsOn(topic, partner.toString());
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).isEqualTo(i + 1L);
        }
        return events.stream().map(PublishedEvent::type).toList();
    }

    private static String topic(String type) {
        return type.startsWith("alliance.sale.") ? AllianceTopics.SALES : AllianceTopics.PARTNERS;
    }

    /** The names of all fields; those below one that may be null, and keys that are data, are left out. */
    private static List<String> fields(String path, JsonNode json) {
        List<String> fields = new ArrayList<>();
        json.properties().forEach(member -> {
            String field = path + "/" + member.getKey();
            fields.add(field);
            if (List.of("/evidence", "/enrollment", "/partner", "/story", "/contact", "/sale", "/reversal", "/merge")
                    .contains(field)) {
                fields.addAll(fields(field, member.getValue()));
            }
        });
        return fields;
    }
}
