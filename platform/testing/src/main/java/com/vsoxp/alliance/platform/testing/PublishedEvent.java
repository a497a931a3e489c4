package com.vsoxp.alliance.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An event as it lies on a topic.
 *
 * @param headers all headers by name, as text
 */
public record PublishedEvent(String topic, String key, Map<String, String> headers, JsonNode data) {

    public String type() {
        return headers.get("ce_type");
    }

    public long sequence() {
        return data.path("sequence").asLong();
    }
}
