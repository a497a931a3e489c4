package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/** What a text of an event must be, so that the database can keep it. */
final class Keepable {

    private static final char NUL = 0;

    private Keepable() {}

    /**
     * Demands that the texts, some of which may be missing, can be kept.
     *
     * @throws PoisonEventException if one holds the character NUL, which JSON can write and PostgreSQL cannot keep
     */
    static void demand(String... texts) {
        demand(Arrays.stream(texts));
    }

    /** The same of all texts in the lists. */
    @SafeVarargs
    static void demandAll(Collection<String>... lists) {
        demand(Arrays.stream(lists).flatMap(Collection::stream));
    }

    private static void demand(Stream<String> texts) {
        if (texts.filter(Objects::nonNull).anyMatch(text -> text.indexOf(NUL) >= 0)) {
            throw new PoisonEventException("a text holds the character NUL");
        }
    }
}
