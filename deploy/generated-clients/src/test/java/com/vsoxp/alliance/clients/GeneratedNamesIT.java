package com.vsoxp.alliance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedNamesIT {

    /** Such as {@code InlineObject} or {@code FindPartners200Response}, for a schema that has no name in the description. */
    @Test
    void noSchemaHasANameThatTheGeneratorMadeUp() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("target/generated-sources/typescript/models"))) {
            assertThat(models.map(model -> model.getFileName().toString()))
                    .contains("Partner.ts")
                    .noneMatch(name -> name.matches("(.*\\d.*|.*Inline.*|.*Inner)\\.ts"));
        }
    }
}
