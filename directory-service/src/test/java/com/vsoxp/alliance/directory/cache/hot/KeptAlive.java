package com.vsoxp.alliance.directory.cache.hot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection of HTTP/1.1, over which a test sends what it likes and reads answers one by one. */
final class KeptAlive implements AutoCloseable {

    private static final int SILENCE_MILLIS = 2_000;
    private static final int PATIENCE_MILLIS = 20_000;

    private final SocketChannel channel;
    private final DataInputStream in;

    /** An answer as it came, its headers by their names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.get(name);
        }

        Map<String, String> headersBut(String name) {
            var others = new TreeMap<>(headers);
            others.remove(name);
            return others;
        }
    }

    KeptAlive(URI service) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
        channel.socket().setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(
                new java.io.BufferedInputStream(channel.socket().getInputStream()));
    }

    static String get(String address, String... headers) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s\r\n"
                .formatted(address, String.join("", headers));
    }

    Answer exchange(String request) throws IOException {
        send(request);
        return receive();
    }

    void send(String requests) throws IOException {
        var bytes = ByteBuffer.wrap(requests.getBytes(ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Sends a request again and again until for some time nothing more is taken; returns how many were, a part of one not counted. */
    int sendUntilNobodyReads(String request, int most) throws IOException {
        var bytes = ByteBuffer.wrap(request.getBytes(ISO_8859_1));
        var sent = 0;
        channel.configureBlocking(false);
        try (var selector = Selector.open()) {
            var key = channel.register(selector, SelectionKey.OP_WRITE);
            while (sent < most && selector.select(SILENCE_MILLIS) > 0) {
                selector.selectedKeys().clear();
                channel.write(bytes);
                if (!bytes.hasRemaining()) {
                    bytes.rewind();
                    sent++;
                }
            }
            key.cancel();
        }
        channel.configureBlocking(true);
        return sent;
    }

    Answer receive() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        in.readFully(body);
        return new Answer(status, headers, new String(body, ISO_8859_1));
    }

    /** Whether the service hung up. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.readByte(); next != '\n'; next = in.readByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
