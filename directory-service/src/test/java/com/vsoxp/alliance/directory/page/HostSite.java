package com.vsoxp.alliance.directory.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;

/** The vendor's own site, on another origin: the example of docs, under the strictest policy that embedding allows. */
final class HostSite implements AutoCloseable {

    private final HttpServer server;

    private HostSite(HttpServer server) {
        this.server = server;
    }

    static HostSite of(URI directory) throws IOException {
        var origin = "http://" + directory.getAuthority();
        var policy = "default-src 'none'; style-src 'self'; script-src %1$s; connect-src %1$s; frame-src %1$s"
                .formatted(origin);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, "example.html", "text/html; charset=utf-8", policy, origin);
        serve(server, "site.css", "text/css; charset=utf-8", policy, origin);
        server.start();
        return new HostSite(server);
    }

    private static void serve(HttpServer server, String name, String mediaType, String policy, String origin)
            throws IOException {
        var content = Files.readString(
                        RepositoryRoot.path().resolve("docs/embedding").resolve(name))
                .replace("https://partners.vendor.example", origin)
                .getBytes(UTF_8);
        server.createContext("/" + name, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", mediaType);
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/example.html";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
