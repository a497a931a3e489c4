package com.vsoxp.alliance.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that stands in for a service, and answers what it is told to. */
class RebuildTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String[] answer = answers.remove().split(" ", 2);
            byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itIsStartedAndShownStepByStepUntilItIsCompleted() throws InterruptedException {
        answers.add("201 " + at("RUNNING", "READING", 0));
        answers.add("200 " + at("RUNNING", "READING", 40));
        answers.add("200 " + at("RUNNING", "READING", 40));
        answers.add("200 " + at("COMPLETED", "DONE", 100));

        assertThat(rebuild().run().path("status").asText()).isEqualTo("COMPLETED");

        assertThat(lines).containsExactly("READING 0 %", "READING 40 %", "DONE 100 %");
        assertThat(calls.getFirst()).isEqualTo("POST /v1/rebuilds");
        assertThat(calls.getLast()).isEqualTo("GET /v1/rebuilds/7");
    }

    @Test
    void whereOneRunsAlreadyThatOneIsShown() throws InterruptedException {
        answers.add("409 {\"code\":\"REBUILD_RUNNING\"}");
        answers.add("200 {\"items\":[" + at("RUNNING", "FACTS", 60) + "]}");
        answers.add("200 " + at("COMPLETED", "DONE", 100));

        rebuild().run();

        assertThat(lines).containsExactly("Another one runs already.", "FACTS 60 %", "DONE 100 %");
    }

    @Test
    void oneThatFailsIsSaidToHaveFailedAndWhy() {
        answers.add("201 " + at("FAILED", "READING", 3));

        assertThatThrownBy(() -> rebuild().run()).isInstanceOf(Refusal.class).hasMessageContaining("no broker");
    }

    private Rebuild rebuild() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        AllianceClient operator = new AllianceClient(
                service -> service == AllianceService.DIRECTORY ? url : NOBODY, "token", Duration.ZERO);
        return new Rebuild(operator, AllianceService.DIRECTORY, Duration.ofMillis(1), lines::add);
    }

    private static String at(String status, String phase, int progress) {
        return "{\"id\":\"7\",\"status\":\"%s\",\"phase\":\"%s\",\"progress\":%d,\"failure\":\"no broker\"}"
                .formatted(status, phase, progress);
    }
}
