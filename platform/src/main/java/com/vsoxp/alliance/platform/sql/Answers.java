package com.vsoxp.alliance.platform.sql;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What was answered to questions that were asked together. */
public final class Answers {

    private final Map<Question<?>, List<?>> answers = new IdentityHashMap<>();

    Answers() {}

    <R> void add(Question<R> question, List<R> answer) {
        answers.put(question, answer);
    }

    /** The rows that answer the question, in the statement's order; none if it was not worth asking. */
    @SuppressWarnings("unchecked") // as it was added
    public <R> List<R> to(Question<R> question) {
        return (List<R>) answers.getOrDefault(question, List.of());
    }
}
