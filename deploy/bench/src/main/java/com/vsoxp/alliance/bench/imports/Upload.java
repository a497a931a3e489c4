package com.vsoxp.alliance.bench.imports;

import com.vsoxp.alliance.bench.load.RawHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a file to an import and reads the results meanwhile, as its callers are told to. */
final class Upload {

    /**
     * What came back.
     *
     * @param effects how many lines had each effect; of those that were refused, each status
     */
    record Results(long lines, Map<String, Long> effects, Duration time) {}

    private static final int AT_ONCE = 16 * 1024;
    private static final int PATIENCE_MILLIS = 120_000;
    private static final Pattern LINE = Pattern.compile("\"line\":(\\d+),\"status\":(\\d+)");
    private static final Pattern EFFECT = Pattern.compile("\"effect\":\"([A-Z]+)\"");

    private final URI service;
    private final String token;

    Upload(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Sends the file; the time runs from its first byte to its last result. */
    Results send(Path file, String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
            long began = System.nanoTime();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> write(file, path, socket));
            Map<String, Long> effects = read(socket.getInputStream());
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            sent.join();
            return new Results(
                    effects.values().stream().mapToLong(Long::longValue).sum(), effects, time);
        }
    }

    private void write(Path file, String path, Socket socket) {
        try (InputStream lines = Files.newInputStream(file)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii(RawHttp.head("POST", path, service, token)
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));
            byte[] buffer = new byte[AT_ONCE];
            for (int read = lines.read(buffer); read > 0; read = lines.read(buffer)) {
                out.write(ascii(Integer.toHexString(read) + "\r\n"));
                out.write(buffer, 0, read);
                out.write(ascii("\r\n"));
            }
            out.write(ascii("0\r\n\r\n"));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Results are one line each whatever the chunks of the answer are: what else it holds is not looked at. */
    private static Map<String, Long> read(InputStream in) throws IOException {
        BufferedReader answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), AT_ONCE);
        String status = answer.readLine();
        if (status == null || !status.contains(" 200 ")) {
            throw new IOException("The import was answered " + status);
        }
        while (!answer.readLine().isEmpty()) {}
        Map<String, Long> effects = new TreeMap<>();
        long next = 1;
        StringBuilder content = new StringBuilder();
        for (int size = chunk(answer, content); size > 0; size = chunk(answer, content)) {
            int from = 0;
            for (int end = content.indexOf("\n"); end >= 0; end = content.indexOf("\n", from)) {
                effects.merge(effect(content.substring(from, end), next++), 1L, Long::sum);
                from = end + 1;
            }
            content.delete(0, from);
        }
        return effects;
    }

    // Lengths are those of bytes; results are ASCII, so characters are the same.
    private static int chunk(BufferedReader answer, StringBuilder content) throws IOException {
        int size = Integer.parseInt(answer.readLine(), 16);
        char[] characters = new char[size];
        for (int filled = 0; filled < size; ) {
            filled += answer.read(characters, filled, size - filled);
        }
        answer.readLine();
        content.append(characters);
        return size;
    }

    private static String effect(String result, long expected) {
        Matcher line = LINE.matcher(result);
        if (!line.find() || Long.parseLong(line.group(1)) != expected) {
            throw new IllegalStateException("Line " + expected + " has no result but " + result);
        }
        Matcher effect = EFFECT.matcher(result);
        return effect.find() ? effect.group(1) : line.group(2);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
