package com.vsoxp.alliance.partner.outbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

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

    private static final String SECRET = "for tests only";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

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

    /** A web server with a certificate that only it believes in. */
    public URI serveWithItsOwnCertificate(Page page) throws IOException, GeneralSecurityException {
        return serveWith(ownCertificate(), page);
    }

    /** A web server with that key and its certificate. */
    URI serveWith(KeyStore identity, Page page) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                page.answer(exchange);
            }
        });
        server.start();
        open.add(() -> server.stop(0));
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** A new key with a certificate for 127.0.0.1 that it has signed itself. */
    static KeyStore ownCertificate() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("stranger");
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "stranger",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        KeyStore identity = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
        Files.delete(store);
        Files.delete(folder);
        return identity;
    }

    /** Has the JVM trust that certificate and no other, until it is closed. */
    static AutoCloseable trusted(KeyStore identity) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("stranger", identity.getCertificate("stranger"));
        Path store = Files.createTempFile("trust", ".p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            trust.store(out, SECRET.toCharArray());
        }
        System.setProperty(TRUST_STORE, store.toString());
        System.setProperty(TRUST_STORE + "Password", SECRET);
        return () -> {
            System.clearProperty(TRUST_STORE);
            System.clearProperty(TRUST_STORE + "Password");
            Files.delete(store);
        };
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
