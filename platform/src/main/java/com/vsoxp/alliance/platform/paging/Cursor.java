package com.vsoxp.alliance.platform.paging;

import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A place in a sorted list: the sort key of the last item seen. It is opaque to callers, and what they changed in it is
 * found out; it holds nothing secret and gives no rights, so it is summed and not signed.
 */
public final class Cursor {

    private static final String SEPARATOR = "&";

    private final List<String> parts;
    private final String parameter;

    private Cursor(List<String> parts, String parameter) {
        this.parts = parts;
        this.parameter = parameter;
    }

    /** The opaque text for a sort key, whose parts are read back in the same order. */
    public static String encode(Object... sortKey) {
        byte[] text = Arrays.stream(sortKey)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(checksum(text))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws ProblemException 400 naming the cursor when it is not one of ours
     */
    public static Cursor decode(String opaque) {
        return decode(opaque, "cursor");
    }

    /**
     * As {@link #decode(String)}, for a cursor that comes by another name.
     *
     * @param parameter the query parameter that is named when the cursor is not one of ours
     */
    public static Cursor decode(String opaque, String parameter) {
        ByteBuffer sealed = ByteBuffer.wrap(bytesOf(opaque, parameter));
        if (sealed.remaining() < Integer.BYTES) {
            throw notOurs(parameter);
        }
        int claimed = sealed.getInt();
        byte[] text = new byte[sealed.remaining()];
        sealed.get(text);
        if (claimed != checksum(text)) {
            throw notOurs(parameter);
        }
        return new Cursor(List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1)), parameter);
    }

    /** The part at {@code index} as text. */
    public String text(int index) {
        return read(index, Function.identity());
    }

    /** The part at {@code index} as an id. */
    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    /** The part at {@code index} as an instant. */
    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    /** The part at {@code index} as a calendar day. */
    public LocalDate day(int index) {
        return read(index, LocalDate::parse);
    }

    /** The part at {@code index} as a whole number. */
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    /** The part at {@code index} as a decimal. */
    public BigDecimal decimal(int index) {
        return read(index, BigDecimal::new);
    }

    // A cursor of another list is whole, yet does not fit here.
    private <T> T read(int index, Function<String, T> reader) {
        if (index >= parts.size()) {
            throw notOurs(parameter);
        }
        try {
            return reader.apply(URLDecoder.decode(parts.get(index), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notOurs(parameter);
        }
    }

    private static byte[] bytesOf(String opaque, String parameter) {
        try {
            return Base64.getUrlDecoder().decode(opaque);
        } catch (IllegalArgumentException e) {
            throw notOurs(parameter);
        }
    }

    private static int checksum(byte[] text) {
        CRC32 sum = new CRC32();
        sum.update(text);
        return (int) sum.getValue();
    }

    private static ProblemException notOurs(String parameter) {
        return Problems.malformed(
                FieldError.query(parameter), "INVALID_CURSOR", parameter + " is not one that this list gave out.");
    }
}
