package com.vsoxp.alliance.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/rules-and-tests.md names tests that are there. */
class RulesAndTestsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatIsNamedForARuleIsThere() throws IOException {
        String table = Files.readString(RepositoryRoot.path().resolve("docs/rules-and-tests.md"));
        List<MatchResult> named = NAMED.matcher(table).results().toList();

        assertThat(named).hasSizeGreaterThan(30).allSatisfy(test -> assertThat(sourceOf(test.group(1)))
                .as(test.group())
                .contains("void " + test.group(2) + "("));
    }

    private static String sourceOf(String testClass) {
        Path tests = RepositoryRoot.path().resolve("eligibility-service/src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            Path file = files.filter(path -> path.endsWith(testClass + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + testClass));
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
