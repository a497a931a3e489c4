package com.vsoxp.alliance.bench.pull;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.bench.meter.Memory;
import com.vsoxp.alliance.local.LocalAlliance;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a website costs that pulls a whole large directory, in each of the ways there are, in time, in CPU of service and database, and
 * in memory of a service with little of it; and what visitors notice meanwhile.
 *
 * <p>Arguments: the repository, and how many listings there are.
 */
public final class WholeDirectory {

    private static final int HEAP = 256;
    private static final int PAGE = 200;
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");

    /** A way to pull all of it. */
    private interface Way {
        /** Pulls it; how many listings and bytes that was. */
        Pulled pull() throws IOException, InterruptedException;
    }

    private record Pulled(long listings, long bytes) {}

    private final LocalAlliance alliance;
    private final int listings;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private WholeDirectory(LocalAlliance alliance, int listings) {
        this.alliance = alliance;
        this.listings = listings;
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(DIRECTORY).optimizing().heapMegabytes(HEAP),
                (alliance, _) -> {
                    new WholeDirectory(alliance, Integer.parseInt(args[1])).run();
                    return null;
                });
    }

    private void run() throws Exception {
        long began = System.nanoTime();
        new Publications(alliance.infrastructure().postgres()).load(listings);
        System.out.printf("%,d listings are there after %.0f s%n", listings, secondsSince(began));
        System.out.printf(
                "%-22s %7s %9s %19s %12s   %s%n",
                "", "s", "MB", "CPU us a listing", "memory MB", "visitors meanwhile: median / 99 of 100 / slowest");
        measure("nothing", () -> {
            Thread.sleep(ALONE);
            return new Pulled(0, 0);
        });
        measure("snapshot", () -> snapshot("identity"));
        measure("snapshot, gzip", () -> snapshot("gzip"));
        measure("delta feed", this::feed);
        measure("sitemap", this::sitemap);
    }

    private void measure(String name, Way way) throws Exception {
        long pid = alliance.pid(DIRECTORY);
        long postgres = alliance.infrastructure().postgres().pid();
        Duration serviceBefore = Cpu.of(pid);
        Duration databaseBefore = Cpu.of(postgres);
        long began = System.nanoTime();
        try (Visitor visitor = new Visitor(directory(), listings)) {
            Pulled pulled = way.pull();
            double seconds = secondsSince(began);
            if (pulled.listings != 0 && pulled.listings != listings) {
                throw new IllegalStateException(name + " has " + pulled.listings + " listings");
            }
            System.out.printf(
                    "%-22s %7.1f %9.1f %9.1f +%8.1f %12d   %s%n",
                    name,
                    seconds,
                    pulled.bytes / 1e6,
                    microsPerListing(Cpu.of(pid).minus(serviceBefore)),
                    microsPerListing(Cpu.of(postgres).minus(databaseBefore)),
                    Memory.mostResident(pid) >> 20,
                    visitor.report());
        }
    }

    private double microsPerListing(Duration cpu) {
        return cpu.toNanos() / 1e3 / listings;
    }

    private Pulled snapshot(String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(directory().resolve("/v1/listings/snapshot"))
                .header("Accept-Encoding", encoding)
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        var lines = 0L;
        var bytes = 0L;
        var buffer = new byte[1 << 16];
        try (InputStream in = answer.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        // What is compressed is not read here, since that would be measured too; that it is whole HTTP tells.
        return new Pulled(encoding.equals("gzip") ? listings : lines, bytes);
    }

    private Pulled feed() throws IOException, InterruptedException {
        var items = 0L;
        var bytes = 0L;
        var next = "/v1/listings/changes?limit=" + PAGE;
        for (var more = true; more; ) {
            byte[] page = get(directory().resolve(next));
            var read = json.readTree(page);
            bytes += page.length;
            items += read.path("items").size();
            more = read.path("more").asBoolean();
            next = "/v1/listings/changes?limit=" + PAGE + "&since="
                    + read.path("nextCursor").asText();
        }
        return new Pulled(items, bytes);
    }

    private Pulled sitemap() throws IOException, InterruptedException {
        byte[] index = get(directory().resolve("/sitemap.xml"));
        List<String> parts = locations(index);
        long pages = 0;
        long bytes = index.length;
        for (String part : parts) {
            byte[] read = get(URI.create(part));
            bytes += read.length;
            pages += locations(read).size();
        }
        // One page is the directory itself.
        return new Pulled(pages - 1, bytes);
    }

    private static List<String> locations(byte[] sitemap) {
        var found = new ArrayList<String>();
        var locations = LOCATION.matcher(new String(sitemap, StandardCharsets.UTF_8));
        while (locations.find()) {
            found.add(locations.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    private byte[] get(URI address) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private URI directory() {
        return alliance.url(DIRECTORY);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
