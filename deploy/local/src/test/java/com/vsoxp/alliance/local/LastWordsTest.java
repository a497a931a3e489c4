package com.vsoxp.alliance.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    @TempDir
    Path directory;

    @Test
    void theInnermostCauseIsTold() throws IOException {
        assertThat(LastWords.in(log("""
                        a.B: not started
                        Caused by: a.C: no connection
                        Caused by: a.D: no such database
                        \tat a.E.f(E.java:1)
                        """), 0)).contains("no such database");
    }

    @Test
    void anErrorIsToldThatHasNoCause() throws IOException {
        assertThat(LastWords.in(log("12:00:00 ERROR [a.B] (main) Port 8081 is in use\n"), 0))
                .contains("(main) Port 8081 is in use");
    }

    @Test
    void whatNothingCaughtIsTold() throws IOException {
        assertThat(LastWords.in(
                        log("Exception in thread \"main\" java.net.BindException: Address already in use\n"), 0))
                .contains("java.net.BindException: Address already in use");
    }

    @Test
    void whatAnEarlierRunSaidIsNot() throws IOException {
        Path log = log("Caused by: a.D: no such database\n");

        assertThat(LastWords.in(log, Files.size(log))).isEmpty();
    }

    private Path log(String text) throws IOException {
        return Files.writeString(directory.resolve("a.log"), text);
    }
}
