package com.vsoxp.alliance.eligibility.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The published JSON Schema of a program's document. What it refuses, {@link ProgramReader} refuses too. */
public final class ProgramSchema {

    private static final String PLACE = "/programs/program.schema.json";

    private ProgramSchema() {}

    /** The schema as it is published. */
    public static byte[] bytes() {
        try (var stream = ProgramSchema.class.getResourceAsStream(PLACE)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
