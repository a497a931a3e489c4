package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The program that ships with the service, for tests. */
public final class BundledProgram {

    /** Version 2.0 as it is. */
    public static final Program VERSION_2 = ProgramReader.readYaml(text());

    private BundledProgram() {}

    /** Version 2.0 with one piece of its text replaced. */
    public static Program with(String text, String replacement) {
        return ProgramReader.readYaml(textWith(text, replacement));
    }

    /** The text of version 2.0 with one piece replaced. */
    public static String textWith(String text, String replacement) {
        if (!text().contains(text)) {
            throw new IllegalArgumentException("The program does not say: " + text);
        }
        return text().replace(text, replacement);
    }

    static String text() {
        try (var stream = BundledProgram.class.getResourceAsStream("/programs/2.0.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
