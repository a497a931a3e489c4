package com.vsoxp.alliance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One of a {@link Crowd}: a kept-alive connection of HTTP/1.1 that never waits and reads no more of an answer than it must. */
final class Caller implements AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(1 << 16);

    Caller(URI service, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a request; the one before must have been answered. */
    void send(byte[] request) throws IOException {
        answer.clear();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Takes what has come; whether that was the end of the answer.
     *
     * @throws IllegalStateException when it has another status
     */
    boolean isAnswered(int expected) throws IOException {
        if (!answer.hasRemaining()) {
            answer = ByteBuffer.wrap(Arrays.copyOf(answer.array(), 2 * answer.capacity()))
                    .position(answer.capacity());
        }
        if (channel.read(answer) < 0) {
            throw new EOFException("The service hung up");
        }
        int headEnd = headEnd();
        if (headEnd < 0 || !isWhole(headEnd)) {
            return false;
        }
        if (status() != expected) {
            throw new IllegalStateException("Answered " + new String(answer.array(), 0, answer.position()));
        }
        return true;
    }

    private int headEnd() {
        byte[] bytes = answer.array();
        for (int i = 0; i + 3 < answer.position(); i++) {
            if (bytes[i] == '\r' && bytes[i + 2] == '\r') {
                return i + 4;
            }
        }
        return -1;
    }

    private boolean isWhole(int headEnd) {
        byte[] bytes = answer.array();
        for (int i = 0; i < headEnd; i++) {
            if (bytes[i] == '\n' && matches(i + 1)) {
                return answer.position() >= headEnd + number(i + 1 + LENGTH.length);
            }
        }
        int end = answer.position();
        return status() == 304 || Arrays.equals(bytes, end - LAST_CHUNK.length, end, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private boolean matches(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((answer.array()[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; answer.array()[i] != '\r'; i++) {
            if (answer.array()[i] != ' ') {
                number = number * 10 + answer.array()[i] - '0';
            }
        }
        return number;
    }

    private int status() {
        byte[] bytes = answer.array();
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
