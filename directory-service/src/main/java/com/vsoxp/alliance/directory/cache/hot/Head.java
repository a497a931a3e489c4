package com.vsoxp.alliance.directory.cache.hot;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Heads of answers as HTTP/1.1 writes them (RFC 9112), up to the headers that differ from time to time. */
final class Head {

    private static final String LINE_END = "\r\n";

    private Head() {}

    static byte[] of200(List<Map.Entry<CharSequence, CharSequence>> headers, String etag, int length) {
        return written(HttpResponseStatus.OK, whole(headers, etag, length));
    }

    static byte[] of200Gzipped(List<Map.Entry<CharSequence, CharSequence>> headers, String etag, int length) {
        return written(
                HttpResponseStatus.OK,
                whole(headers, etag, length).add(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP));
    }

    static byte[] of304(List<Map.Entry<CharSequence, CharSequence>> headers, String etag) {
        return written(HttpResponseStatus.NOT_MODIFIED, tagged(headers, etag));
    }

    /** A line of a head. */
    static byte[] line(CharSequence name, CharSequence value) {
        return (name + ": " + value + LINE_END).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static HttpHeaders whole(List<Map.Entry<CharSequence, CharSequence>> headers, String etag, int length) {
        return tagged(headers, etag).add(HttpHeaderNames.CONTENT_LENGTH, length);
    }

    /** Refuses what would break a line. */
    private static HttpHeaders tagged(List<Map.Entry<CharSequence, CharSequence>> headers, String etag) {
        var tagged = new DefaultHttpHeaders();
        headers.forEach(header -> tagged.add(header.getKey(), header.getValue()));
        return tagged.add(HttpHeaderNames.ETAG, etag);
    }

    private static byte[] written(HttpResponseStatus status, HttpHeaders headers) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(LINE_END);
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append(LINE_END));
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
