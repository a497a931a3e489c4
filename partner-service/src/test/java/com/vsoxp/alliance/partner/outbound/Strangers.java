package com.vsoxp.alliance.partner.outbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers of people nobody knows, on this machine. */
public final class Strangers implements AutoCloseable {

    /** What one of them does with a connection. */
    @FunctionalInterface
    public interface Manners {
        void serve(Socket connection) throws Exception;
    }

    /** What one of them does with a request. */
    @FunctionalInterface
    public interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final List<AutoCloseable> open = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The headers of all requests that came, in their order. */
    public final List<Headers> requests = new CopyOnWriteArrayList<>();

    /** A web server at 127.0.0.1. */
    public URI serve(Page page) throws IOException {
        return serve("127.0.0.1", 0, page);
    }

    /** A web server. */
    public URI serve(String address, int port, Page page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            try (exchange) {
                page.answer(exchange);
            }
        });
        server.start();
        open.add(() -> server.stop(0));
        return URI.create("http://" + address + ":" + server.getAddress().getPort() + "/");
    }

    /** A server that speaks as it likes. */
    public URI speak(Manners manners) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        open.add(server);
        threads.submit(() -> {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                threads.submit(() -> {
                    try (connection) {
                        manners.serve(connection);
                    }
                    return null;
                });
            }
            return null;
        });
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** A page of that text. */
    public static Page page(String text) {
        return exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** A page that is somewhere else. */
    public static Page redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Writes, and says whether the other side still reads. */
    public static boolean write(Socket connection, String text) {
        try {
            OutputStream out = connection.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        open.forEach(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        threads.shutdownNow();
    }
}
