package com.vsoxp.alliance.bench.directory;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.load.Crowd;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much CPU a read of the directory takes that is answered from memory, beside nginx serving the same bytes from a file to the
 * same callers, turn by turn: a listing, a list, and each again by a caller that has it (304).
 *
 * <p>Arguments: the repository, how many rounds to measure.
 */
public final class DirectoryBesideNginx {

    private static final int PARTNERS = 1_000;
    private static final int CLIENTS = 16;
    private static final double ASKED = 1.25;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String LOAD = """
            insert into listing (partner_id, profile_sequence, slug, name, description, website, public_email, country, city,
                                 latitude, longitude, languages, services, verticals, name_key, search_text,
                                 entitlement_sequence, entitled, entitlement_status, entitled_since, tier)
            select ('0198' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 1, 'partner-' || n, 'Partner ' || n,
                   'Help desk roll-outs for manufacturers of every size, since ' || 1990 + n %% 30, 'https://p' || n || '.example',
                   'hello@p' || n || '.example', 'DE', 'Munich', 48.1, 11.5, '{de,en}', '{DELIVERY,SUPPORT}', '{manufacturing}',
                   'partner ' || n, 'partner ' || n || ' munich', 1, true, 'ACTIVE', '2026-01-12',
                   case when n %% 3 = 0 then 'PREMIER' else 'RESELLER' end
            from generate_series(1, %1$d) as n;
            insert into slug_claim (slug, partner_id, claimed_at) select slug, partner_id, now() from listing;
            insert into untold_partner select partner_id from listing;
            """.formatted(PARTNERS);

    /** What is read, where, and by which tag the caller has it; null for none. */
    private record Read(String name, URI server, String path, String etag) {

        byte[] request() {
            String condition = etag == null ? "" : "If-None-Match: " + etag + "\r\n";
            return "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n%s\r\n"
                    .formatted(path, server.getAuthority(), condition)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        int expected() {
            return etag == null ? 200 : 304;
        }
    }

    private final LocalAlliance alliance;
    private final Nginx nginx;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Read, List<Double>> micros = new LinkedHashMap<>();

    private DirectoryBesideNginx(LocalAlliance alliance, Nginx nginx) {
        this.alliance = alliance;
        this.nginx = nginx;
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(
                Path.of(args[0]),
                settings ->
                        settings.only(AllianceService.DIRECTORY).optimizing().telling(System.out::println),
                (alliance, folder) -> {
                    try (Nginx nginx = Nginx.start(folder)) {
                        new DirectoryBesideNginx(alliance, nginx).run(Integer.parseInt(args[1]));
                    }
                    return null;
                });
    }

    private void run(int rounds) throws Exception {
        load();
        List<Read> reads = new ArrayList<>();
        reads.addAll(pair("listing", "/v1/listings/partner-1"));
        reads.addAll(pair("list", "/v1/listings?limit=20"));
        try (Crowd directory = new Crowd(directory(), CLIENTS);
                Crowd files = new Crowd(nginx.url(), CLIENTS)) {
            for (Read read : reads) {
                if (read.server.equals(directory())) {
                    System.out.printf("warmed up by %,d of %s%n", call(directory, read, WARM_UP), read.name);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (Read read : reads) {
                    boolean ours = read.server.equals(directory());
                    long pid = ours ? alliance.pid(AllianceService.DIRECTORY) : nginx.pid();
                    Duration before = Cpu.of(pid);
                    long answered = call(ours ? directory : files, read, TURN);
                    micros.computeIfAbsent(read, any -> new ArrayList<>())
                            .add(Cpu.of(pid).minus(before).toNanos() / 1_000.0 / answered);
                }
            }
        }
        print(reads);
    }

    private static long call(Crowd crowd, Read read, Duration time) throws IOException {
        byte[] request = read.request();
        return crowd.call(time, n -> request, read.expected());
    }

    private URI directory() {
        return alliance.url(AllianceService.DIRECTORY);
    }

    private void load() throws SQLException, IOException, InterruptedException {
        try (var connection = alliance.infrastructure().postgres().connect("directory");
                var statement = connection.createStatement()) {
            statement.execute(LOAD);
            statement.execute("analyze");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (get(directory().resolve("/v1/listings/snapshot")).body().split("\n").length < PARTNERS) {
            if (System.nanoTime() > end) {
                throw new IOException("The listings are not told");
            }
            Thread.sleep(500);
        }
    }

    /** The read, the same by who has it, and both of nginx. */
    private List<Read> pair(String name, String path) throws IOException, InterruptedException {
        HttpResponse<String> ours = get(directory().resolve(path));
        nginx.put(name, ours.body().getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> theirs = get(nginx.url().resolve("/" + name));
        if (!theirs.body().equals(ours.body())) {
            throw new IOException("nginx does not serve the same: " + theirs);
        }
        System.out.printf("%s: %,d bytes%n", name, ours.body().length());
        return List.of(
                new Read(name, directory(), path, null),
                new Read(name, nginx.url(), "/" + name, null),
                new Read(name + ", 304", directory(), path, etag(ours)),
                new Read(name + ", 304", nginx.url(), "/" + name, etag(theirs)));
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json, application/x-ndjson")
                        .build(),
                BodyHandlers.ofString());
    }

    private void print(List<Read> reads) {
        System.out.printf("%nCPU per request in us, medians of the rounds; at most %.2f times nginx is asked%n", ASKED);
        for (int i = 0; i < reads.size(); i += 2) {
            double ours = median(reads.get(i));
            double theirs = median(reads.get(i + 1));
            System.out.printf(
                    "  %-14s directory %6.1f   nginx %6.1f   %.2f times   (rounds: %s | %s)%n",
                    reads.get(i).name, ours, theirs, ours / theirs, rounds(reads.get(i)), rounds(reads.get(i + 1)));
        }
    }

    private String rounds(Read read) {
        return String.join(" ", micros.get(read).stream().map("%.1f"::formatted).toList());
    }

    private double median(Read read) {
        List<Double> sorted = micros.get(read).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
