package com.vsoxp.alliance.partner.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** What is different between two states of a record, field by field, as the audit keeps it. */
public final class Changes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Change(JsonNode from, JsonNode to) {}

    private Changes() {}

    /** As details for {@link NoteInAudit}; both states must say nothing about a person. */
    public static <T> Map<String, ?> between(T before, T after) {
        JsonNode from = JSON.valueToTree(before);
        JsonNode to = JSON.valueToTree(after);
        Map<String, Change> changes = new TreeMap<>();
        to.properties().forEach(field -> {
            JsonNode old = from.path(field.getKey());
            if (!old.equals(field.getValue())) {
                changes.put(field.getKey(), new Change(old, field.getValue()));
            }
        });
        return Map.of("changes", changes);
    }
}
