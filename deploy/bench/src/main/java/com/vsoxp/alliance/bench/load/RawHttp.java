package com.vsoxp.alliance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection of HTTP/1.1 that sends ready-made bytes and reads no more of an answer than it must: a general
 * client would cost as much as the service it measures. Answers must have a Content-Length. Used by one thread.
 */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
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
        bodyLength = contentLength(headEnd);
        while (filled < headEnd + bodyLength) {
            fill();
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

    private int contentLength(int headEnd) {
        for (int i = 0; i < headEnd; i++) {
            if (buffer[i] == '\n' && matches(i + 1)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        return 0;
    }

    private boolean matches(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((buffer[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
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

    private void fill() throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("The service hung up, or sent more than " + buffer.length + " bytes");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
