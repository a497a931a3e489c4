package com.vsoxp.alliance.eligibility.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.vsoxp.alliance.eligibility.document.diff.Change.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Compares one row of a program's document with the same row of another.
 *
 * @param code of the row; null for what is not one of several
 * @param words completes a change with its words
 */
record RowDiff(String code, UnaryOperator<Change> words) {

    /** Fields of which each entry is a tier's cell. */
    private static final Set<String> CELLS = Set.of("levels", "values");

    /** Two lists of rows; rows are the same if their codes are. */
    static List<Change> ofRows(JsonNode before, JsonNode after, UnaryOperator<Change> words) {
        Map<String, JsonNode> old = byCode(before);
        Map<String, JsonNode> fresh = byCode(after);
        Set<String> codes = new LinkedHashSet<>(old.keySet());
        codes.addAll(fresh.keySet());
        return codes.stream()
                .flatMap(code -> new RowDiff(code, words)
                        .changes(
                                "",
                                old.getOrDefault(code, MissingNode.getInstance()),
                                fresh.getOrDefault(code, MissingNode.getInstance())))
                .toList();
    }

    /** What is another at this place or below. Money, percentages and lists change as a whole. */
    Stream<Change> changes(String field, JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return Stream.empty();
        }
        if (from.isObject() && to.isObject() && !isOneValue(from) && !isOneValue(to)) {
            Set<String> names = new LinkedHashSet<>();
            from.fieldNames().forEachRemaining(names::add);
            to.fieldNames().forEachRemaining(names::add);
            return names.stream().flatMap(name -> changes(field + "/" + name, from.path(name), to.path(name)));
        }
        Kind kind = from.isMissingNode() ? Kind.ADDED : to.isMissingNode() ? Kind.REMOVED : Kind.CHANGED;
        return Stream.of(words.apply(new Change(code, field, tierOf(field), kind, orNull(from), orNull(to), null)));
    }

    private static boolean isOneValue(JsonNode node) {
        return node.has("amount") || node.has("percent");
    }

    private static String tierOf(String field) {
        String[] steps = field.split("/");
        return steps.length > 2 && CELLS.contains(steps[1]) ? steps[2] : null;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    private static Map<String, JsonNode> byCode(JsonNode rows) {
        Map<String, JsonNode> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(row.path("code").asText(), row));
        return byCode;
    }
}
