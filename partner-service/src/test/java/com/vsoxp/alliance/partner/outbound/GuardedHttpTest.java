package com.vsoxp.alliance.partner.outbound;

import static com.vsoxp.alliance.partner.outbound.Strangers.page;
import static com.vsoxp.alliance.partner.outbound.Strangers.redirect;
import static com.vsoxp.alliance.partner.outbound.Strangers.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.partner.outbound.Outcome.NoAnswer;
import com.vsoxp.alliance.partner.outbound.Outcome.NotTried;
import com.vsoxp.alliance.partner.outbound.Outcome.Refused;
import com.vsoxp.alliance.partner.outbound.Outcome.Reply;
import com.vsoxp.alliance.partner.outbound.Outcome.TimedOut;
import com.vsoxp.alliance.partner.outbound.Outcome.Unreachable;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {

    private static final Map<String, String> HERE = Map.of("alliance.outbound.allowed-networks", "127.0.0.1/32");

    private final Strangers strangers = new Strangers();
    private final CountDownLatch end = new CountDownLatch(1);
    private GuardedHttp http = http(HERE, InetAddress::getAllByName);

    @AfterEach
    void everybodyGoesHome() {
        end.countDown();
        strangers.close();
        http.close();
    }

    @Test
    void aPageIsFetchedWithNothingOfOursAttached() throws Exception {
        URI url = strangers.serve(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "seen=before; Path=/");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            page("<p>Grüß Gott</p>").answer(exchange);
        });
        http.get(url);
        Reply reply = (Reply) http.get(url.resolve("partners?a=b#c"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.truncated()).isFalse();
        assertThat(reply.header("content-type")).contains("text/html; charset=utf-8");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("<p>Grüß Gott</p>");
        assertThat(strangers.requests).hasSize(2).allSatisfy(headers -> {
            assertThat(headers.keySet()).containsOnly("Host", "User-agent", "Connection");
            assertThat(headers.getFirst("User-agent")).startsWith("VSO-XP-Alliance/1.0");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://10.1.2.3:8080/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://0/",
                "http://0x7f.1/",
                "http://127.0.0.1.0x1/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[0:0:0:0:0:ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:7f00:1::]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25lo]/",
                "http://[fd00:ec2::254]/",
                "http://[ff02::1]/",
                "https://192.168.0.1/",
            })
    void whatIsNotOnThePublicInternetIsRefusedHoweverItIsWritten(String url) {
        http.close();
        http = http(Map.of(), InetAddress::getAllByName);
        assertThat(http.get(URI.create(url))).as(url).isInstanceOf(Refused.class);
        assertThat(http.post(URI.create(url), Map.of(), new byte[0])).isInstanceOf(Refused.class);
        assertThat(http.check(URI.create(url)))
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Refused.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://partner.test/",
                "file:///etc/passwd",
                "gopher://partner.test:70/",
                "mailto:someone@partner.test",
                "/relative",
                "http:///nowhere",
                "http://user:secret@127.0.0.1/",
                "https://a_b/",
            })
    void onlyPlainWebAddressesAreAsked(String url) {
        assertThat(http.get(URI.create(url))).isInstanceOf(Refused.class);
        assertThat(http.post(URI.create(url), Map.of(), new byte[0])).isInstanceOf(Refused.class);
        assertThat(http.check(URI.create(url)))
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Refused.class));
    }

    @Test
    void aNameIsRefusedIfAnyOfItsAddressesIs() {
        names(Map.of("mixed.test", List.of("127.0.0.1", "10.0.0.1"), "inner.test", List.of("10.0.0.1")));
        assertThat(http.get(URI.create("http://mixed.test/"))).isInstanceOf(Refused.class);
        Refused refused = (Refused) http.get(URI.create("http://inner.test/"));
        assertThat(refused.reason()).doesNotContain("10.0.0.1");
    }

    @Test
    void publicHostsAreAskedOnWebPortsAlone() {
        names(Map.of("public.test", List.of("8.8.8.8")));
        assertThat(http.check(URI.create("https://public.test/hook"))).isEmpty();
        assertThat(http.check(URI.create("http://public.test:8080/hook"))).isEmpty();
        assertThat(http.check(URI.create("http://public.test:25/")))
                .map(NoAnswer::reason)
                .hasValueSatisfying(why -> assertThat(why).contains("25"));
        assertThat(http.get(URI.create("http://public.test:6379/"))).isInstanceOf(Refused.class);
        assertThat(http.check(URI.create("https://unheard-of.test/")))
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Unreachable.class));
    }

    @Test
    void aNameThatChangesItsMeaningIsNotFollowed() throws Exception {
        AtomicInteger wrongDoor = new AtomicInteger();
        URI vetted = strangers.serve(page("here"));
        strangers.serve("127.0.0.2", vetted.getPort(), exchange -> {
            wrongDoor.incrementAndGet();
            page("there").answer(exchange);
        });
        AtomicInteger asked = new AtomicInteger();
        http.close();
        http = http(HERE, host -> new InetAddress[] {InetAddress.getByName("127.0.0." + asked.incrementAndGet())});
        URI url = URI.create("http://rebinding.test:" + vetted.getPort() + "/");
        Reply reply = (Reply) http.get(url);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("here");
        assertThat(asked).hasValue(1);
        assertThat(http.get(url)).isInstanceOf(Refused.class);
        assertThat(wrongDoor).hasValue(0);
    }

    @Test
    void aRedirectIsFollowedToWhereThePageIs() throws Exception {
        URI there = strangers.serve(page("moved"));
        URI url = strangers.serve(redirect(there + "new/place"));
        Reply reply = (Reply) http.get(url);
        assertThat(reply.from()).isEqualTo(there.resolve("new/place"));
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("moved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/",
                "http://[::1]:%d/",
                "//10.0.0.1/",
                "file:///etc/passwd",
                "http://u:p@127.0.0.1:%d/"
            })
    void aRedirectIntoAPrivateNetworkIsRefused(String location) throws Exception {
        AtomicInteger wrongDoor = new AtomicInteger();
        URI there = strangers.serve("127.0.0.2", 0, exchange -> wrongDoor.incrementAndGet());
        URI url = strangers.serve(redirect(location.formatted(there.getPort())));
        assertThat(http.get(url)).isInstanceOf(Refused.class);
        assertThat(wrongDoor).hasValue(0);
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        URI url = strangers.serve(redirect("/again"));
        assertThat(http.get(url)).isInstanceOf(Unreachable.class);
        assertThat(strangers.requests).hasSize(6);
    }

    @Test
    void aRedirectThatLeadsNowhereIsTheAnswer() throws Exception {
        assertThat(((Reply) http.get(strangers.serve(redirect("http://[not a url/")))).status())
                .isEqualTo(302);
        assertThat(((Reply) http.get(strangers.serve(exchange -> exchange.sendResponseHeaders(301, -1)))).status())
                .isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 10000000000\r\n"})
    void anEndlessPageIsReadToTheLimitAndLeft(String promise) throws Exception {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        URI url = strangers.speak(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n" + promise + "\r\n");
            while (write(connection, "x".repeat(10_000))) {
                Thread.yield();
            }
            left.complete(true);
        });
        Reply reply = (Reply) http.get(url);
        assertThat(reply.truncated()).isTrue();
        assertThat(reply.body()).hasSize(1_048_576);
        assertThat(left.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPageThatDripsIsGivenUpWhenItsTimeIsOver() throws Exception {
        http.close();
        http = http(
                Map.of(
                        "alliance.outbound.allowed-networks", "127.0.0.1/32",
                        "alliance.outbound.total-timeout", "1s",
                        "alliance.outbound.response-timeout", "500ms"),
                InetAddress::getAllByName);
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        URI url = strangers.speak(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (write(connection, "x") && !end.await(50, TimeUnit.MILLISECONDS)) {
                Thread.yield();
            }
            left.complete(true);
        });
        long begun = System.nanoTime();
        assertThat(http.get(url)).isEqualTo(new TimedOut());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(left.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void silenceIsNotWaitedOut() throws Exception {
        http.close();
        http = http(
                Map.of(
                        "alliance.outbound.allowed-networks", "127.0.0.1/32",
                        "alliance.outbound.response-timeout", "200ms"),
                InetAddress::getAllByName);
        URI url = strangers.speak(connection -> end.await());
        assertThat(http.get(url)).isEqualTo(new TimedOut());
    }

    @Test
    void aNameThatIsLookedUpForEverIsGivenUp() {
        http.close();
        http = http(Map.of("alliance.outbound.total-timeout", "300ms"), host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
        assertThat(http.get(URI.create("http://slow-name.test/"))).isInstanceOf(TimedOut.class);
        assertThat(http.check(URI.create("http://slow-name.test/")))
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(TimedOut.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                ""
            })
    void whatDoesNotSpeakHttpIsNoAnswer(String words) throws Exception {
        URI url = strangers.speak(connection -> {
            connection.getInputStream().read(new byte[4_096]);
            write(connection, words);
        });
        assertThat(http.get(url)).isInstanceOf(Unreachable.class);
    }

    @Test
    void hugeHeadersAreNotRead() throws Exception {
        URI oneLong = strangers.speak(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\nX-Long: ");
            while (write(connection, "x".repeat(1_000))) {
                Thread.yield();
            }
        });
        URI many = strangers.speak(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n");
            while (write(connection, "X-Many: x\r\n")) {
                Thread.yield();
            }
        });
        assertThat(http.get(oneLong)).isInstanceOf(Unreachable.class);
        assertThat(http.get(many)).isInstanceOf(Unreachable.class);
    }

    @Test
    void wherePlainTextIsSpokenThereIsNoTls() throws Exception {
        URI url = strangers.speak(connection -> write(connection, "HTTP/1.1 400 Bad Request\r\n\r\n"));
        assertThat(http.get(URI.create("https://127.0.0.1:" + url.getPort() + "/")))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        URI url = strangers.serveWithItsOwnCertificate(page("secret"));
        Unreachable unreachable = (Unreachable) http.get(url);
        assertThat(unreachable.reason()).contains("TLS");
    }

    @Test
    void aCertificateInTheTrustStoreIsTrustedAndNoOther() throws Exception {
        KeyStore known = Strangers.ownCertificate();
        URI trusted = strangers.serveWith(known, page("hello"));
        URI unknown = strangers.serveWithItsOwnCertificate(page("secret"));
        try (AutoCloseable _ = Strangers.trusted(known)) {
            http.close();
            http = http(HERE, InetAddress::getAllByName);
            Reply reply = (Reply) http.get(trusted);
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
            Unreachable unreachable = (Unreachable) http.get(unknown);
            assertThat(unreachable.reason()).contains("TLS");
            // The certificate vouches for the address, and not for whoever else is found there.
            names(Map.of("elsewhere.test", List.of("127.0.0.1")));
            URI elsewhere = URI.create("https://elsewhere.test:" + trusted.getPort() + "/");
            assertThat(http.get(elsewhere)).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(http.get(URI.create("http://127.0.0.1:" + port + "/"))).isInstanceOf(Unreachable.class);
        assertThat(http.get(URI.create("http://unheard-of.invalid/"))).isInstanceOf(Unreachable.class);
    }

    @Test
    void whatIsPostedArrivesAsItIsAndARedirectIsTheReply() throws Exception {
        CompletableFuture<String> arrived = new CompletableFuture<>();
        URI url = strangers.serve(exchange -> {
            arrived.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            redirect("http://127.0.0.2/").answer(exchange);
        });
        byte[] body = "{\"größe\": 1}".getBytes(StandardCharsets.UTF_8);
        Reply reply = (Reply) http.post(url, Map.of("webhook-id", "msg_1"), body);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(arrived.get(5, TimeUnit.SECONDS)).isEqualTo("{\"größe\": 1}");
        assertThat(strangers.requests).singleElement().satisfies(headers -> {
            assertThat(headers.getFirst("Webhook-id")).isEqualTo("msg_1");
            assertThat(headers.getFirst("Content-type")).startsWith("application/json");
        });
    }

    @Test
    void aLongReplyToAPostIsCutShort() throws Exception {
        URI url = strangers.serve(page("x".repeat(50_000)));
        Reply reply = (Reply) http.post(url, Map.of(), new byte[0]);
        assertThat(reply.body()).hasSize(16_384);
        assertThat(reply.truncated()).isTrue();
    }

    @Test
    void whoFindsNoTurnIsToldThatNothingWasTried() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        GuardedHttp narrow =
                http(Map.of("alliance.outbound.concurrency", "1", "alliance.outbound.total-timeout", "500ms"), host -> {
                    taken.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        // A look-up in the system's resolver is not interrupted either.
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                });
        CompletableFuture<Outcome> first =
                CompletableFuture.supplyAsync(() -> narrow.get(URI.create("http://slow-name.test/")));
        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(narrow.get(URI.create("http://slow-name.test/"))).isInstanceOf(NotTried.class);
        assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(TimedOut.class);
        narrow.close();
    }

    private void names(Map<String, List<String>> known) {
        http.close();
        http = http(HERE, host -> {
            List<String> addresses =
                    Optional.ofNullable(known.get(host)).orElseThrow(() -> new UnknownHostException(host));
            InetAddress[] found = new InetAddress[addresses.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses.get(i));
            }
            return found;
        });
    }

    private static GuardedHttp http(Map<String, String> settings, AddressGuard.Names names) {
        OutboundConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 1_000))
                .withMapping(OutboundConfig.class)
                .build()
                .getConfigMapping(OutboundConfig.class);
        return new GuardedHttp(config, names);
    }
}
