package com.vsoxp.alliance.eligibility.document;

import java.util.List;
import java.util.stream.Collectors;

/** A program document that cannot be a program, with all of its mistakes. */
public final class InvalidProgramException extends RuntimeException {

    private final transient List<Mistake> mistakes;

    InvalidProgramException(List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(mistake -> mistake.pointer() + ": " + mistake.detail())
                .collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order of the document. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
