package com.vsoxp.alliance.bench.benefits;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.database.FilledDatabase;
import com.vsoxp.alliance.bench.load.Crowd;
import com.vsoxp.alliance.bench.load.RawHttp;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.bench.meter.Pgbench;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * How much CPU a quote and a support authorization take, in the service and in PostgreSQL together, with 100,000 premier partners;
 * and beside it, turn by turn, what pgbench takes in PostgreSQL to read one of the same partners by primary key. A quote has two
 * lines, an Idempotency-Key of its own, and is kept. The other three services rest.
 *
 * <p>Arguments: the repository, how many rounds to measure.
 */
public final class BenefitsBesidePgbench {

    private static final int PARTNERS = 100_000;
    private static final int CLIENTS = 16;
    private static final Duration TURN = Duration.ofSeconds(4);
    private static final int STEADY_TURNS = 3;
    private static final long LEAST_WARM_UP = 20_000;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(70);

    /** Shares no divisor with the number of partners, so that its multiples meet each of them once. */
    private static final long STEP = 7_919;

    private static final String YARDSTICK_NAME = "pgbench, select by id";
    private static final String YARDSTICK = """
            \\set n random(1, %d)
            select partner_id, status, tier, program_version, effective_on from holder
            where partner_id = ('0198' || lpad(to_hex(:n::bigint), 8, '0') || '70008000000000000000')::uuid;
            """.formatted(PARTNERS);

    private final LocalAlliance alliance;
    private final Pgbench pgbench;
    private final URI service;
    private final String token;
    private final Map<String, List<Double>> micros = new LinkedHashMap<>();
    private final Map<String, List<Double>> ofService = new LinkedHashMap<>();

    private BenefitsBesidePgbench(LocalAlliance alliance, Path state) throws IOException, InterruptedException {
        this.alliance = alliance;
        this.pgbench = new Pgbench(alliance.infrastructure().postgres().port(), "benefits", state);
        this.service = alliance.url(AllianceService.BENEFITS);
        this.token = alliance.tokens().token(Role.CRM);
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(AllianceService.BENEFITS).optimizing().telling(System.out::println),
                (alliance, folder) -> {
                    new BenefitsBesidePgbench(alliance, folder).run(Integer.parseInt(args[1]));
                    return null;
                });
    }

    private void run(int rounds) throws Exception {
        load();
        Map<String, LongFunction<byte[]>> calls = new LinkedHashMap<>();
        calls.put("POST /v1/quotes", this::quote);
        calls.put("POST /v1/support-authorizations", this::question);
        try (Crowd crowd = new Crowd(service, CLIENTS)) {
            for (String call : calls.keySet()) {
                warmUp(crowd, call, calls.get(call));
            }
            for (int round = 0; round < rounds; round++) {
                Duration before = database();
                long read = pgbench.run(YARDSTICK, CLIENTS, TURN).transactions();
                note(YARDSTICK_NAME, database().minus(before), read);
                for (String call : calls.keySet()) {
                    before = database();
                    Duration serviceBefore = service();
                    long answered = crowd.call(TURN, calls.get(call), expected(call));
                    Duration ofService = service().minus(serviceBefore);
                    note(call, database().minus(before).plus(ofService), answered);
                    note(this.ofService, call, ofService, answered);
                }
            }
        }
        print();
    }

    /** Until a call takes the service no less than before, or for long enough. */
    private void warmUp(Crowd crowd, String call, LongFunction<byte[]> request) throws IOException {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        double best = Double.MAX_VALUE;
        long warmed = 0;
        for (int steady = 0; (warmed < LEAST_WARM_UP || steady < STEADY_TURNS) && System.nanoTime() < end; ) {
            Duration before = service();
            long answered = crowd.call(TURN, request, expected(call));
            double cost = micros(service().minus(before), answered);
            steady = cost < 0.97 * best ? 0 : steady + 1;
            best = Math.min(best, cost);
            warmed += answered;
        }
        System.out.printf("warmed up by %,d of %s, to %.0f us of service%n", warmed, call, best);
    }

    private void load() throws SQLException {
        String sql = FilledDatabase.script(BenefitsBesidePgbench.class, "premiers.sql");
        try (var connection = alliance.infrastructure().postgres().connect("benefits");
                var statement = connection.createStatement()) {
            statement.execute(sql.replace(":partners", String.valueOf(PARTNERS))
                    .replace(":secret", alliance.keys().contactDigestSecret()));
            // Not the tables that fill up from now on: their emptiness would be planned for.
            statement.execute("vacuum (analyze) holder, entitlement, authorized_contact");
            statement.execute("checkpoint");
        }
    }

    private byte[] quote(long n) {
        String body = """
                {"partnerId": "%s", "lines": [
                {"kind": "LICENSE", "sku": "VSO-XP", "quantity": %d, "unitListPrice": {"amount": "999.00", "currency": "USD"}},
                {"kind": "TRAINING", "sku": "ADMIN-1", "quantity": 2, "unitListPrice": {"amount": "250.01", "currency": "USD"}}]}""".formatted(id(n), 1 + n % 50);
        return post("/v1/quotes", "Idempotency-Key: bench-" + n + "\r\n", body);
    }

    private byte[] question(long n) {
        return post(
                "/v1/support-authorizations",
                "",
                "{\"partnerId\": \"%s\", \"contactEmail\": \"kim@p%d.example\"}".formatted(id(n), number(n)));
    }

    private byte[] post(String path, String headers, String body) {
        return (RawHttp.head("POST", path, service, token) + headers
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int expected(String call) {
        return call.endsWith("quotes") ? 201 : 200;
    }

    private static long number(long n) {
        return 1 + n * STEP % PARTNERS;
    }

    private static String id(long n) {
        return "0198%04x-%04x-7000-8000-000000000000".formatted(number(n) >> 16, number(n) & 0xffff);
    }

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.BENEFITS));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    private void note(String call, Duration cpu, long calls) {
        note(micros, call, cpu, calls);
    }

    private static void note(Map<String, List<Double>> costs, String call, Duration cpu, long calls) {
        costs.computeIfAbsent(call, name -> new ArrayList<>()).add(micros(cpu, calls));
    }

    private static double micros(Duration cpu, long calls) {
        return cpu.toNanos() / 1_000.0 / calls;
    }

    private void print() {
        System.out.printf("%nCPU per call in us, service and database, %,d partners: medians%n", PARTNERS);
        double yardstick = median(micros.get(YARDSTICK_NAME));
        micros.keySet()
                .forEach(call -> System.out.printf(
                        "  %-34s%8.0f%8.1f times the read; %.0f of it the service's   (rounds: %s)%n",
                        call,
                        median(micros.get(call)),
                        median(micros.get(call)) / yardstick,
                        median(ofService.getOrDefault(call, List.of(0.0))),
                        rounds(call)));
    }

    private String rounds(String call) {
        return String.join(" ", micros.get(call).stream().map("%.0f"::formatted).toList());
    }

    private static double median(List<Double> costs) {
        List<Double> sorted = costs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
