package com.vsoxp.alliance.directory.asset;

import com.vsoxp.alliance.platform.http.ETags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file of the site.
 *
 * @param href its address, which names its content
 * @param etag of its content
 */
public record Asset(String href, String mediaType, byte[] content, String etag) {

    private static final int HASH = 10;

    /** Reads the file of that name from {@code assets/} on the class path. */
    static Asset read(String name, String mediaType) {
        try (var file = Asset.class.getResourceAsStream("/assets/" + name)) {
            var content = Objects.requireNonNull(file, name).readAllBytes();
            var etag = ETags.ofContent(content);
            var dot = name.lastIndexOf('.');
            return new Asset(
                    "/assets/" + name.substring(0, dot) + "." + etag.substring(1, 1 + HASH) + name.substring(dot),
                    mediaType,
                    content,
                    etag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
