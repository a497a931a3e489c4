package com.vsoxp.alliance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One kept-alive connection of HTTP/1.1 that sends ready-made bytes and reads no more of an answer than it must: a general
 * client would cost as much as the service it measures. Used by one thread.
 */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int bodyStart;
    private int bodyLength;

    public RawHttp(URI service) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** The head of a request up to its own headers; each of them ends in CRLF. */
    public static String head(String method, String path, URI service, String token) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                .formatted(method, path, service.getAuthority(), token);
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @return its status
     */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int headEnd = readHead();
        bodyStart = headEnd;
        int length = header(LENGTH, headEnd);
        if (length >= 0) {
            bodyLength = number(length);
            fillTo(headEnd + bodyLength);
        } else {
            bodyLength = header(CHUNKED, headEnd) < 0 ? 0 : joinChunks(headEnd);
        }
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + (buffer[11] - '0');
    }

    /** The body of the last answer. */
    public String body() {
        return new String(buffer, bodyStart, bodyLength, StandardCharsets.UTF_8);
    }

    private int readHead() throws IOException {
        int looked = 0;
        while (true) {
            for (; looked + 3 < filled; looked++) {
                if (buffer[looked] == '\r' && buffer[looked + 2] == '\r') {
                    return looked + 4;
                }
            }
            fill();
        }
    }

    /** Where the header's value begins; -1 without it. */
    private int header(byte[] name, int headEnd) {
        for (int i = 0; i < headEnd; i++) {
            if (buffer[i] == '\n' && matches(name, i + 1)) {
                return i + 1 + name.length;
            }
        }
        return -1;
    }

    /** Reads chunk by chunk and moves each up to the one before; returns how long they are together. */
    private int joinChunks(int start) throws IOException {
        int end = start;
        int at = start;
        while (true) {
            int lineEnd = at;
            do {
                fillTo(++lineEnd + 1);
            } while (buffer[lineEnd] != '\n');
            int size = Integer.parseInt(new String(buffer, at, lineEnd - 1 - at, StandardCharsets.US_ASCII), 16);
            at = lineEnd + 1;
            fillTo(at + size + 2);
            System.arraycopy(buffer, at, buffer, end, size);
            at += size + 2;
            end += size;
            if (size == 0) {
                return end - start;
            }
        }
    }

    private boolean matches(byte[] name, int at) {
        for (int i = 0; i < name.length; i++) {
            if ((buffer[at + i] | 0x20) != (name[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; buffer[i] != '\r'; i++) {
            if (buffer[i] >= '0' && buffer[i] <= '9') {
                number = number * 10 + buffer[i] - '0';
            }
        }
        return number;
    }

    private void fillTo(int wanted) throws IOException {
        while (filled < wanted) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("The service hung up");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
