package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The richer program that ships as an example, for tests. */
public final class ExampleProgram {

    /** As it is. */
    public static final Program GROWTH = ProgramReader.readYaml(text());

    private ExampleProgram() {}

    public static String text() {
        try {
            return Files.readString(RepositoryRoot.path().resolve("docs/program/growth.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
