package com.vsoxp.alliance.bench.search;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a search with its facets takes, in CPU of service and database together and in time until the answer, with few and with
 * many listings. One caller asks one question after the other; the other three services rest.
 *
 * <p>Arguments: the repository, where the plans go, and the numbers of listings.
 */
public final class SearchGrowth {

    private static final Duration WARM_UP = Duration.ofMillis(250);
    private static final Duration TURN = Duration.ofMillis(600);
    private static final int DEEP = 100;

    /** @param micros of CPU a question; {@code median} and {@code slow} (95 of 100 are faster) in milliseconds */
    private record Cost(double micros, double median, double slow) {}

    private final LocalAlliance alliance;
    private final HttpClient http = HttpClient.newHttpClient();
    private long asked;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private SearchGrowth(LocalAlliance alliance) {
        this.alliance = alliance;
    }

    public static void main(String[] args) throws Exception {
        var sizes = Arrays.stream(args).skip(2).map(Integer::valueOf).toList();
        OwnAlliance.use(Path.of(args[0]), settings -> settings.telling(System.out::println), (alliance, folder) -> {
            List.of(AllianceService.PARTNER, AllianceService.ELIGIBILITY, AllianceService.BENEFITS)
                    .forEach(alliance::stop);
            new SearchGrowth(alliance).run(sizes, folder, Path.of(args[1]));
            return null;
        });
    }

    private void run(List<Integer> sizes, Path folder, Path plans) throws Exception {
        var table = new ListingTable(alliance.infrastructure().postgres());
        waitForFreshSessions();
        for (int size : sizes) {
            table.growTo(size);
            var questions = new Questions(words(table, 20, 200), words(table, 5_000, 200));
            for (var question : questions.all().entrySet()) {
                measure(question.getKey(), question.getValue());
            }
            for (var question : questions.deep().entrySet()) {
                var deep = deepPage(question.getValue());
                measure(question.getKey(), () -> deep);
            }
            if (size == sizes.getLast()) {
                print(sizes);
                new PlanBook(table, log(folder)).write(plans, size, questions.all(), this::ask);
            }
        }
    }

    private static Path log(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("postgres.log"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Until none of those that were ended is left in the service's pool. */
    private void waitForFreshSessions() throws Exception {
        int answered = 0;
        while (answered < 20) {
            var answer = http.send(request("limit=1"), BodyHandlers.discarding());
            answered = answer.statusCode() == 200 ? answered + 1 : 0;
            Thread.sleep(50);
        }
    }

    /** Words of that frequency's rank. */
    private static List<String> words(ListingTable table, int fromRank, int many) {
        return table.column("select word from bench.word where length(word) > 5 and rank >= %d order by rank limit %d"
                .formatted(fromRank, many));
    }

    private void measure(String name, Supplier<String> question) throws Exception {
        turn(question, WARM_UP);
        var before = cpu();
        var times = turn(question, TURN);
        var micros = cpu().minus(before).toNanos() / 1_000.0 / times.size();
        times.sort(null);
        var cost = new Cost(micros, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
        costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
        System.out.printf("  %-36s %10.0f / %6.1f / %6.1f%n", name, cost.micros, cost.median, cost.slow);
    }

    private List<Double> turn(Supplier<String> question, Duration time) throws Exception {
        var times = new ArrayList<Double>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end || times.size() < 5) {
            long began = System.nanoTime();
            ask(question.get());
            times.add((System.nanoTime() - began) / 1_000_000.0);
        }
        return times;
    }

    private String deepPage(String question) throws Exception {
        var page = question;
        for (int i = 1; i < DEEP; i++) {
            var cursor = new ObjectMapper().readTree(ask(page)).path("nextCursor");
            if (cursor.isMissingNode() || cursor.isNull()) {
                return page;
            }
            page = question + "&cursor=" + cursor.asText();
        }
        return page;
    }

    private String ask(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(question), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(question + ": " + answer.body());
        }
        return answer.body();
    }

    /** One that nobody asked before: what is measured is the search, and not the memory of answers. */
    private HttpRequest request(String question) {
        return HttpRequest.newBuilder(
                        URI.create(alliance.url(DIRECTORY) + "/v1/listings?" + question + "&asked=" + asked++))
                .build();
    }

    private Duration cpu() {
        return Cpu.of(alliance.pid(DIRECTORY))
                .plus(Cpu.of(alliance.infrastructure().postgres().pid()));
    }

    private void print(List<Integer> sizes) {
        var head = new StringBuilder("\n%-36s".formatted("CPU us / median ms / p95 ms at"));
        sizes.forEach(size -> head.append("%,28d".formatted(size)));
        System.out.println(head + "   CPU grows");
        costs.forEach((name, each) -> {
            var line = new StringBuilder("%-36s".formatted(name));
            each.forEach(cost -> line.append("%10.0f / %6.1f / %6.1f".formatted(cost.micros, cost.median, cost.slow)));
            System.out.println(line + "%10.1fx".formatted(each.getLast().micros / each.getFirst().micros));
        });
    }
}
