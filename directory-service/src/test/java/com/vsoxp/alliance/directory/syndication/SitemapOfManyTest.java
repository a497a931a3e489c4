package com.vsoxp.alliance.directory.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.redfin.sitemapgenerator.SitemapValidator;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.xml.XmlPath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of more pages than one sitemap may name. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
@TestProfile(SitemapOfManyTest.FewPagesAPart.class)
class SitemapOfManyTest {

    private static final int A_PART = 3;

    private static final URI WHOLE = URI.create("/sitemap.xml");

    @TestHTTPResource
    URI site;

    @TempDir
    Path folder;

    /** Parts that are full with three pages. */
    public static final class FewPagesAPart implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("alliance.directory.sitemap-pages", String.valueOf(A_PART));
        }
    }

    @Test
    void everyListingIsOnExactlyOnePartHoweverManyThereAre() throws Exception {
        var slugs = new ArrayList<String>();
        for (var count : List.of(2, A_PART, A_PART + 1, 2 * A_PART, 3 * A_PART - 1)) {
            while (slugs.size() < count) {
                var name = Said.word();
                Said.listed(name);
                slugs.add(name);
            }
            Said.eventually(() -> assertThat(partners()).containsExactlyInAnyOrderElementsOf(slugs));
            assertThat(parts()).hasSize(Math.ceilDiv(count, A_PART));
            for (var part : parts()) {
                SitemapValidator.validateWebSitemap(saved(read(part)));
            }
        }
        assertThat(pages().filter(page -> URI.create(page).getPath().equals("/")))
                .hasSize(1);

        SitemapValidator.validateSitemapIndex(saved(read(WHOLE)));
    }

    private Stream<String> partners() {
        return pages().map(page -> URI.create(page).getPath())
                .filter(path -> path.startsWith("/partners/"))
                .map(path -> path.substring("/partners/".length()));
    }

    private Stream<String> pages() {
        return parts().stream()
                .flatMap(part -> new XmlPath(read(part)).getList("urlset.url.loc", String.class).stream());
    }

    /** The addresses of the parts; of one alone that of the sitemap itself. */
    private List<URI> parts() {
        var root = new XmlPath(read(WHOLE));
        return root.get().name().equals("urlset")
                ? List.of(WHOLE)
                : root.getList("sitemapindex.sitemap.loc", String.class).stream()
                        .map(URI::create)
                        .toList();
    }

    /** As a search engine does, to which an empty parameter is one. */
    private String read(URI address) {
        try (var in = site.resolve(address).toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File saved(String document) throws IOException {
        return Files.writeString(folder.resolve("sitemap.xml"), document).toFile();
    }
}
