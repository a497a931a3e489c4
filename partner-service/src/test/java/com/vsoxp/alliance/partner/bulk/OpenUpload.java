package com.vsoxp.alliance.partner.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A file on its way, byte by byte: what is sent and when, and what is read and when, is the test's to say. */
final class OpenUpload implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALL_WINDOW = 16 * 1024;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private BufferedReader results;

    OpenUpload(String path, String token) throws IOException {
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        out = socket.getOutputStream();
        out.write(("POST " + path
                        + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-ndjson\r\nAuthorization: Bearer "
                        + token + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(US_ASCII));
    }

    /** Sends text as one chunk of the body. */
    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(US_ASCII));
        out.flush();
    }

    /** Ends the body as it has to end. */
    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }

    /** Waits for the next result; null at the end. */
    JsonNode result() throws IOException {
        if (results == null) {
            skipHead();
            results = new BufferedReader(new InputStreamReader(new Chunks(socket.getInputStream()), UTF_8));
        }
        String line = results.readLine();
        return line == null ? null : JSON.readTree(line);
    }

    /** Hangs up, whatever is under way. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void skipHead() throws IOException {
        String status = line(socket.getInputStream());
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
        while (!line(socket.getInputStream()).isEmpty()) {}
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended after " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** What is left of a chunked body without the chunks. */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0 && !ended) {
                left = Integer.parseInt(line(in), 16);
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int read = in.read(into, from, Math.min(left, length));
            left -= read;
            if (left == 0) {
                line(in);
            }
            return read;
        }
    }
}
