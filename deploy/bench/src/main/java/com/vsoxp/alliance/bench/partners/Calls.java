package com.vsoxp.alliance.bench.partners;

import com.vsoxp.alliance.bench.load.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of a CRM system, each time to another partner, another page or another word. */
final class Calls {

    private static final Instant FIRST_CHANGE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Pattern NEXT_CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final int LARGEST_PAGE = 200;
    private static final int DEEP_PAGES = 200;

    /** Shares no divisor with the numbers of partners, so that its multiples meet each of them once. */
    private static final long STEP = 7_919;

    private final URI service;
    private final String token;
    private final List<String> words;

    Calls(URI service, String token, List<String> words) {
        this.service = service;
        this.token = token;
        this.words = words;
    }

    /** All calls to a table that has grown from one number of partners to another. */
    List<Call> to(int before, int rows) throws IOException {
        List<String> cursors = cursorsInTheMiddle(rows);
        AtomicInteger patched = new AtomicInteger();
        return List.of(
                get("read by id", () -> "/" + id(any(rows))),
                get("read by external id", () -> "/external/salesforce/SF" + any(rows)),
                // Each partner once: its ETag is still the one it was loaded with.
                new Call(
                        "PATCH with If-Match",
                        n -> patch(before + 1 + (int) (patched.getAndIncrement() * STEP % (rows - before)))),
                get("list, first page", () -> ""),
                get("list, deep page", () -> "?cursor=" + anyOf(cursors)),
                get("updatedSince", () -> "?updatedSince=" + anyChange(rows)),
                get("updatedSince + country", () -> "?country=DE&updatedSince=" + anyChange(rows / 2)),
                get("status", () -> "?status=" + anyOf(List.of("APPLIED", "SUSPENDED", "ACTIVE"))),
                get("tier", () -> "?tier=" + anyOf(List.of("PREMIER", "RESELLER"))),
                get("country", () -> "?country=" + anyOf(List.of("US", "DE", "GB", "FR"))),
                get("status + tier + country", () -> "?status=ACTIVE&tier=PREMIER&country=US"),
                get("q, a word", () -> "?q=" + anyOf(words)),
                get("q, a word mistyped", () -> "?q=" + mistyped(anyOf(words))),
                get("q, two words", () -> "?q=" + anyOf(words) + "%20gmbh"),
                get("q + country", () -> "?country=US&q=" + anyOf(words)));
    }

    private Call get(String name, Supplier<String> path) {
        return new Call(name, n -> get(path.get()));
    }

    private byte[] get(String path) {
        return bytes(RawHttp.head("GET", "/v1/partners" + path, service, token) + "\r\n");
    }

    private byte[] patch(int number) {
        String body = "{\"city\": \"Moved to " + number + "\"}";
        return bytes(RawHttp.head("PATCH", "/v1/partners/" + id(number), service, token)
                + "Content-Type: application/merge-patch+json\r\nIf-Match: \"0\"\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    /** Walks along the whole list to the middle, as a CRM system would that reads everything. */
    private List<String> cursorsInTheMiddle(int rows) throws IOException {
        List<String> cursors = new ArrayList<>();
        try (RawHttp connection = new RawHttp(service)) {
            String query = "";
            for (int row = 0; row < rows / 2; row += LARGEST_PAGE) {
                connection.exchange(get("?limit=" + LARGEST_PAGE + query));
                Matcher next = NEXT_CURSOR.matcher(connection.body());
                if (!next.find()) {
                    throw new IllegalStateException("The list ended after " + row + " partners");
                }
                query = "&cursor=" + next.group(1);
                cursors.add(next.group(1));
            }
        }
        return cursors.subList(Math.max(0, cursors.size() - DEEP_PAGES), cursors.size());
    }

    private static int any(int rows) {
        return 1 + ThreadLocalRandom.current().nextInt(rows);
    }

    private static <T> T anyOf(List<T> values) {
        return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    private static Instant anyChange(int rows) {
        return FIRST_CHANGE.plusSeconds(120L * any(rows - LARGEST_PAGE));
    }

    private static String mistyped(String word) {
        return word.substring(0, 2) + word.substring(3);
    }

    private static String id(int number) {
        return "0198%04x-%04x-7000-8000-000000000000".formatted(number >> 16, number & 0xffff);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
