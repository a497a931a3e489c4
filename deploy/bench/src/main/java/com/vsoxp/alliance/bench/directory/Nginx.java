package com.vsoxp.alliance.bench.directory;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An nginx of the benchmark's own, as lean as it is used for files: it logs no access and keeps connections. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              tcp_nodelay on;
              keepalive_requests 1000000000;
              open_file_cache max=100;
              default_type application/json;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server {
                listen 127.0.0.1:%2$d;
                root %1$s/files;
                add_header Cache-Control "public, max-age=60, stale-while-revalidate=300";
                add_header Vary "Accept, Accept-Encoding";
                add_header X-Content-Type-Options nosniff;
              }
            }
            """;

    private final Process process;
    private final Path files;
    private final URI url;

    private Nginx(Process process, Path files, URI url) {
        this.process = process;
        this.files = files;
        this.url = url;
    }

    static Nginx start(Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("nginx")).toAbsolutePath();
        Path files = Files.createDirectories(home.resolve("files"));
        // Its workers are another user's when root starts it.
        for (Path open = files; open != null && open.startsWith(folder.toAbsolutePath()); open = open.getParent()) {
            open.toFile().setExecutable(true, false);
        }
        int port = freePort();
        Path configuration = Files.writeString(home.resolve("nginx.conf"), CONFIGURATION.formatted(home, port));
        Process process = new ProcessBuilder(
                        "nginx", "-c", configuration.toString(), "-p", home.toString(), "-e", home + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        if (process.waitFor(1, TimeUnit.SECONDS)) {
            throw new IOException("nginx does not start: " + Files.readString(home.resolve("out.log")));
        }
        return new Nginx(process, files, URI.create("http://127.0.0.1:" + port));
    }

    /** Serves these bytes under the name. */
    void put(String name, byte[] content) throws IOException {
        Files.write(files.resolve(name), content);
    }

    URI url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
