package com.vsoxp.alliance.directory.cache.hot;

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
import java.util.function.Predicate;
import java.util.stream.Stream;
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
 * @param lastModified {@code modifiedAt} as a header tells it
 * @param dateLine the same as a line of a head
 * @param heads all headers but those that differ from time to time, as they go over a connection of HTTP/1.1
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
        String lastModified,
        byte[] dateLine,
        Heads heads) {

    /** @param gzipped null as the body is */
    record Heads(byte[] plain, byte[] gzipped, byte[] of304, byte[] of304Gzipped) {}

    private static final int WORTH_COMPRESSING = 512;

    /** One that would drive out hundreds of others, such as a part of a large sitemap, is made anew instead. */
    private static final int LARGEST = 1 << 20;

    private static final int OVERHEAD = 1_024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** @param beforehand headers that are there already when an answer is sent behind the door */
    public static HotAnswer of(
            Map<String, String> headers,
            Map<String, String> beforehand,
            byte[] body,
            String etag,
            Instant modifiedAt,
            Duration settling) {
        var zipped = body.length < WORTH_COMPRESSING ? null : gzip(body);
        var gzipETag = etag.substring(0, etag.length() - 1) + "-gzip\"";
        var lastModified = modifiedAt == null ? null : HTTP_DATE.format(modifiedAt);
        var all = ready(headers, name -> true);
        var of304 = ready(headers, name -> !name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE.toString()));
        return new HotAnswer(
                all,
                of304,
                outsideTheHeap(body),
                zipped == null ? null : outsideTheHeap(zipped),
                etag,
                gzipETag,
                modifiedAt,
                modifiedAt == null ? null : modifiedAt.plus(settling),
                lastModified,
                lastModified == null ? null : Head.line(HttpHeaders.LAST_MODIFIED, lastModified),
                new Heads(
                        Head.of200(joined(beforehand, all), etag, body.length),
                        zipped == null ? null : Head.of200Gzipped(joined(beforehand, all), gzipETag, zipped.length),
                        Head.of304(joined(beforehand, of304), etag),
                        Head.of304(joined(beforehand, of304), gzipETag)));
    }

    private static List<Map.Entry<CharSequence, CharSequence>> ready(
            Map<String, String> headers, Predicate<String> which) {
        return headers.entrySet().stream()
                .filter(header -> which.test(header.getKey()))
                .map(header -> Map.entry(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
    }

    private static List<Map.Entry<CharSequence, CharSequence>> joined(
            Map<String, String> beforehand, List<Map.Entry<CharSequence, CharSequence>> headers) {
        return Stream.concat(ready(beforehand, name -> true).stream(), headers.stream())
                .toList();
    }

    /**
     * Each sending reads it from its beginning, and none gives its memory back: the garbage collector does. What is sent once is not
     * worth that.
     */
    private static Buffer outsideTheHeap(byte[] bytes) {
        var memory = bytes.length > LARGEST
                ? ByteBuffer.wrap(bytes)
                : ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory)));
    }

    /** What precedes the body on a connection of HTTP/1.1, whole or for who has it, but for what differs from time to time. */
    byte[] head(boolean has, boolean takesGzip) {
        var isGzipped = takesGzip && gzipped != null;
        if (has) {
            return isGzipped ? heads.of304Gzipped : heads.of304;
        }
        return isGzipped ? heads.gzipped : heads.plain;
    }

    /** The bytes for a caller that takes gzip, or not. */
    Buffer body(boolean takesGzip) {
        return isCompressed(takesGzip) ? gzipped : plain;
    }

    public String etag(boolean takesGzip) {
        return takesGzip && gzipped != null ? gzipETag : etag;
    }

    public boolean isCompressed(boolean takesGzip) {
        return takesGzip && gzipped != null;
    }

    /** Whether it may be told by now when it last changed. */
    public boolean isDated(Instant now) {
        return modifiedAt != null && !now.isBefore(datedFrom);
    }

    /** Whether it would take too much of the memory that others need. */
    boolean isTooLarge() {
        return plain.length() > LARGEST;
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
