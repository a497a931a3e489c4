package com.vsoxp.alliance.directory.cache;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * An answer ready to be sent, plain and compressed, outside the heap, so that a sending copies nothing.
 *
 * @param headers all but those that depend on the form: the length, the tag, the encoding and the dates
 * @param headersOf304 of them, those that go without a body
 * @param gzipped null if that is not shorter
 * @param etag of the plain form, quotes included
 * @param gzipETag of the compressed form: they are other bytes, so a strong tag must differ
 * @param modifiedAt when what it shows last changed; null if that is not known
 * @param datedFrom when that may be told: before, another change could bear the same date of whole seconds
 */
public record HotAnswer(
        List<Map.Entry<CharSequence, CharSequence>> headers,
        List<Map.Entry<CharSequence, CharSequence>> headersOf304,
        Buffer plain,
        Buffer gzipped,
        String etag,
        String gzipETag,
        Instant modifiedAt,
        Instant datedFrom,
        String lastModified) {

    private static final int WORTH_COMPRESSING = 512;
    private static final int OVERHEAD = 1_024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    static HotAnswer of(Map<String, String> headers, byte[] body, String etag, Instant modifiedAt, Duration settling) {
        var zipped = body.length < WORTH_COMPRESSING ? null : gzip(body);
        return new HotAnswer(
                ready(headers, name -> true),
                ready(headers, name -> !name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE.toString())),
                outsideTheHeap(body),
                zipped == null ? null : outsideTheHeap(zipped),
                etag,
                etag.substring(0, etag.length() - 1) + "-gzip\"",
                modifiedAt,
                modifiedAt == null ? null : modifiedAt.plus(settling),
                modifiedAt == null ? null : HTTP_DATE.format(modifiedAt));
    }

    private static List<Map.Entry<CharSequence, CharSequence>> ready(
            Map<String, String> headers, Predicate<String> which) {
        return headers.entrySet().stream()
                .filter(header -> which.test(header.getKey()))
                .map(header -> Map.entry(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
    }

    /** Each sending reads it from its beginning, and none gives its memory back: the garbage collector does. */
    private static Buffer outsideTheHeap(byte[] bytes) {
        var memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory)));
    }

    /** The bytes for a caller that takes gzip, or not. */
    Buffer body(boolean takesGzip) {
        return isCompressed(takesGzip) ? gzipped : plain;
    }

    String etag(boolean takesGzip) {
        return takesGzip && gzipped != null ? gzipETag : etag;
    }

    boolean isCompressed(boolean takesGzip) {
        return takesGzip && gzipped != null;
    }

    /** When it last changed, as a header tells it; empty before that may be told. */
    Optional<String> lastModified(Instant now) {
        return modifiedAt == null || now.isBefore(datedFrom) ? Optional.empty() : Optional.of(lastModified);
    }

    /** Roughly, how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD + plain.length() + (gzipped == null ? 0 : gzipped.length());
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size() < body.length ? bytes.toByteArray() : null;
    }
}
