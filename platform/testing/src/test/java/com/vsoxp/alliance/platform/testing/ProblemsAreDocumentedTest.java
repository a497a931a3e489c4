package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsAreDocumentedTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeStandsInTheDocumentationWithItsStatus(ProblemType type) throws IOException {
        String uri = type.uri().toString();
        String slug = uri.substring(uri.lastIndexOf('/') + 1);
        assertThat(Files.readString(RepositoryRoot.path().resolve("docs/problems.md")))
                .contains(uri.substring(0, uri.length() - slug.length()))
                .contains("| `" + slug + "` | " + type.status() + " |");
    }
}
