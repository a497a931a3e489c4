package com.vsoxp.alliance.partner.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a stream line by line without ever holding more than one line of it. Blank lines are counted and skipped. The last
 * line needs no end if the stream has a proper one; what stands behind the last line end when the stream breaks off is no
 * line.
 */
final class LineReader {

    private static final int END = -1;

    private final InputStream in;
    private final int maxLength;
    private final byte[] buffer = new byte[8 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;
    private boolean tooLong;

    LineReader(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /**
     * Waits for the next line.
     *
     * @return empty at the end
     * @throws IOException if the stream breaks off
     */
    Optional<Line> next() throws IOException {
        for (int next = read(); next != END; next = read()) {
            if (next != '\n') {
                take(next);
            } else {
                Line whole = finish();
                if (!isBlank(whole)) {
                    return Optional.of(whole);
                }
            }
        }
        Line last = finish();
        return isBlank(last) ? Optional.empty() : Optional.of(last);
    }

    /** Whether another line is there already, so that nobody waits for what the sender may not send before it has results. */
    boolean hasMore() throws IOException {
        for (int next = position; next < filled; next++) {
            if (buffer[next] == '\n') {
                return true;
            }
        }
        return in.available() > 0;
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(in.read(buffer), 0);
        }
        return filled == 0 ? END : buffer[position++] & 0xFF;
    }

    private void take(int next) {
        if (line.size() == maxLength) {
            tooLong = true;
        } else {
            line.write(next);
        }
    }

    private Line finish() {
        number++;
        Line whole = new Line(number, tooLong ? null : line.toByteArray());
        line.reset();
        tooLong = false;
        return whole;
    }

    private static boolean isBlank(Line line) {
        if (line.isTooLong()) {
            return false;
        }
        for (byte next : line.bytes()) {
            if (next != ' ' && next != '\t' && next != '\r') {
                return false;
            }
        }
        return true;
    }
}
