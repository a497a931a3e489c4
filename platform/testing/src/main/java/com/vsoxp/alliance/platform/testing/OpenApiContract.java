package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the description of an API that the running service gives against the copy that readers find in docs/openapi. */
public final class OpenApiContract {

    private static final String UPDATE = "contract.update";

    private OpenApiContract() {}

    /**
     * Fails unless docs/openapi/{@code service}.yaml says what the service under test says. Run with
     * {@code -Dcontract.update=true} to write the copy anew after a deliberate change.
     */
    public static void mustEqualCommitted(String service) {
        Path copy = RepositoryRoot.path().resolve("docs/openapi/" + service + ".yaml");
        String running =
                RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, running);
            }
            assertThat(running)
                    .as("Say by @Produces and @APIResponseSchema what each answer brings")
                    .doesNotContain("schema: {}");
            assertThat(copy)
                    .as("Run the test with -D" + UPDATE + "=true if the API was changed on purpose")
                    .hasContent(running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
