package com.vsoxp.alliance.eligibility.document;

import java.util.Set;

/**
 * Something wrong in a program document.
 *
 * @param pointer the place, as a JSON pointer
 * @param code what kind of mistake, for a program
 * @param detail what is wrong, for a person
 */
public record Mistake(String pointer, String code, String detail) {

    private static final Set<String> OF_FORM = Set.of("MALFORMED_YAML", "WRONG_TYPE", "UNKNOWN_FIELD");

    /** Whether the document cannot even be read as one, rather than say something that a program must not say. */
    public boolean isOfForm() {
        return pointer.isEmpty() || OF_FORM.contains(code);
    }
}
