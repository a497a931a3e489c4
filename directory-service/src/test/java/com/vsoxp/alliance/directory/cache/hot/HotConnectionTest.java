package com.vsoxp.alliance.directory.cache.hot;

import static com.vsoxp.alliance.directory.cache.hot.KeptAlive.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered on a kept-alive connection itself is what would have been answered behind it, in the order of requests. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class HotConnectionTest {

    private static final String HOT = "/v1/listings/";

    @TestHTTPResource
    URI service;

    @Inject
    CountFramework framework;

    @Inject
    Freshness freshness;

    @Inject
    EntityManager entities;

    private KeptAlive connection;
    private String name;

    @BeforeEach
    void thereIsAHotListing() throws Exception {
        name = Said.word();
        Said.listed(name);
        connection = new KeptAlive(service);
        connection.exchange(get(HOT + name));
    }

    @AfterEach
    void hangUp() throws Exception {
        connection.close();
    }

    @Test
    void aHotReadIsAnsweredBeforeItReachesTheFrameworkJustAsItWouldHaveBeenThere() throws Exception {
        for (var form : List.of("", "Accept-Encoding: gzip\r\n", "If-None-Match: *\r\n")) {
            KeptAlive.Answer behind;
            try (var first = new KeptAlive(service)) {
                behind = first.exchange(get(HOT + name, form));
            }
            var reached = framework.count(name);
            var here = connection.exchange(get(HOT + name, form));

            assertThat(framework.count(name)).isEqualTo(reached);
            assertThat(here.status()).isEqualTo(behind.status());
            assertThat(here.headersBut("x-request-id")).isEqualTo(behind.headersBut("x-request-id"));
            assertThat(here.header("x-request-id")).isNotEqualTo(behind.header("x-request-id"));
            assertThat(here.body()).isEqualTo(behind.body());
        }
    }

    @Test
    void anOfferedIdComesBack() throws Exception {
        assertThat(connection
                        .exchange(get(HOT + name, "X-Request-Id: my-own\r\n"))
                        .header("x-request-id"))
                .isEqualTo("my-own");
        assertThat(connection
                        .exchange(get(HOT + name, "X-Request-Id: my own\r\n"))
                        .header("x-request-id"))
                .isNotEqualTo("my own");
    }

    @Test
    void answersComeInTheOrderOfRequestsThoughSomeTakeLonger() throws Exception {
        var requests = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            requests.add(get(HOT + name, "X-Request-Id: hot-" + i + "\r\n"));
            requests.add(get(HOT + Said.word(), "X-Request-Id: cold-" + i + "\r\n"));
        }
        connection.send(String.join("", requests));

        for (var i = 0; i < 20; i++) {
            var hot = connection.receive();
            assertThat(hot.header("x-request-id")).isEqualTo("hot-" + i);
            assertThat(hot.status()).isEqualTo(200);
            var cold = connection.receive();
            assertThat(cold.header("x-request-id")).isEqualTo("cold-" + i);
            assertThat(cold.status()).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatNobodyAskedForIsNotTakenForTheNextRequest() throws Exception {
        connection.send(get(HOT + name, "Content-Length: 4\r\n") + "GET " + get(HOT + name, "X-Request-Id: next\r\n"));

        assertThat(connection.receive().status()).isEqualTo(200);
        assertThat(connection.receive().header("x-request-id")).isEqualTo("next");
    }

    @Test
    void whatIsNoPlainReadIsLookedAtBehind() throws Exception {
        assertThat(connection
                        .exchange(get(HOT + name, "Authorization: Bearer nonsense\r\n"))
                        .status())
                .isEqualTo(401);
        assertThat(connection
                        .exchange(get(HOT + name, "Origin: https://a-website.example\r\n"))
                        .header("access-control-allow-origin"))
                .isEqualTo("*");
        assertThat(connection.exchange(get(HOT + name).replace("GET", "DELETE")).status())
                .isEqualTo(405);
        assertThat(connection
                        .exchange(get(HOT + name, "Connection: keep-alive\r\n"))
                        .status())
                .isEqualTo(200);
        assertThat(connection.exchange(get(HOT + name, "Connection: close\r\n")).status())
                .isEqualTo(200);
        assertThat(connection.isEnded()).isTrue();
    }

    @Test
    void whoIsFirstToAskAfterAChangeMakesAListAnew() throws Exception {
        var list = "/v1/listings?limit=5&q=" + name;
        Said.eventually(() -> assertThat(isAnsweredHere(list)).isTrue());

        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update listing set city = 'Elsewhere' where slug = :slug")
                        .setParameter("slug", name)
                        .executeUpdate());
        freshness.changed(name, Instant.now());

        assertThat(connection.exchange(get(list)).body()).contains("\"city\":\"Elsewhere\"");
    }

    private boolean isAnsweredHere(String address) throws Exception {
        var before = framework.count(name);
        connection.exchange(get(address));
        return framework.count(name) == before;
    }

    @Test
    void fromWhoTakesNoAnswersNoMoreIsRead() throws Exception {
        var request = get(HOT + name);
        var most = 200_000;
        var sent = connection.sendUntilNobodyReads(request, most);

        assertThat(sent).as("whole requests that were taken").isLessThan(most);
        for (var i = 0; i < sent; i++) {
            assertThat(connection.receive().status()).isEqualTo(200);
        }
    }
}
