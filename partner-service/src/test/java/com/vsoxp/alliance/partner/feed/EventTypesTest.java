package com.vsoxp.alliance.partner.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void thereIsATypeForEverySchemaAndNoOther() throws IOException {
        Path schemas = RepositoryRoot.path().resolve("docs/events/schemas");
        try (Stream<Path> files = Files.list(schemas)) {
            assertThat(EventTypes.all())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                                    .filter(name -> name.startsWith("alliance."))
                                    .toList());
        }
    }

    @Test
    void whatIsNoTypeIsNamed() {
        assertThat(EventTypes.unknownAmong(List.of("alliance.sale.recorded", "sale.recorded", "")))
                .containsExactly("sale.recorded", "");
    }
}
