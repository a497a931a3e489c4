package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** Every service's OpenAPI document beside what it was in the {@link Baseline}. */
class ApisOnlyGrowTest {

    private static final String FOLDER = "docs/openapi";

    @Test
    void noApiTakesAnythingAway() throws Exception {
        Optional<Baseline> baseline = Baseline.find();
        assumeTrue(baseline.isPresent(), "There is no earlier commit to compare with");
        for (String file : baseline.get().filesIn(FOLDER)) {
            String now = Files.readString(RepositoryRoot.path().resolve(file));
            assertThat(isCompatible(baseline.get().text(file).orElseThrow(), now))
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void aParameterThatBecomesRequiredIsFound() {
        String before = api("required: false");
        String after = api("required: true");

        assertThat(isCompatible(before, after)).isFalse();
        assertThat(isCompatible(after, before)).isTrue();
    }

    private static boolean isCompatible(String before, String after) {
        return OpenApiCompare.fromContents(before, after).isCompatible();
    }

    private static String api(String requirement) {
        return """
                openapi: 3.1.0
                info: {title: Things, version: "1"}
                paths:
                  /things:
                    get:
                      parameters:
                        - {name: q, in: query, %s, schema: {type: string}}
                      responses: {"200": {description: ok}}
                """.formatted(requirement);
    }
}
