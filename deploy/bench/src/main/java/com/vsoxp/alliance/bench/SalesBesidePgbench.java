package com.vsoxp.alliance.bench;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Durable sales over HTTP, authenticated, validated, idempotent and told to Kafka, beside pgbench that stores one sale and
 * one outbox row in a transaction, in turns. The other three services are not there: they are other machines' work.
 *
 * <p>Arguments: the repository, rounds, seconds of each turn.
 */
public final class SalesBesidePgbench {

    private static final int CLIENTS = 32;
    private static final int PARTNERS = 1_000;
    private static final int LEAST_WARM_UP = 150_000;
    private static final int MOST_WARM_UP = 400_000;
    // The compiler is done with what matters when this many turns in a row were hardly cheaper than the best before.
    private static final int STEADY_TURNS = 3;

    private static final Duration SETTLING = Duration.ofMillis(300);

    private record Turn(
            double sales, double servicePerSale, double databasePerSale, double pgbench, double perPgbench) {}

    private final LocalAlliance alliance;
    private final Duration time;
    private final Pgbench pgbench;
    private final String run = UUID.randomUUID().toString();
    private final List<UUID> partners = new ArrayList<>();
    private final String head;

    private SalesBesidePgbench(LocalAlliance alliance, Path state, Duration time)
            throws IOException, InterruptedException {
        this.alliance = alliance;
        this.time = time;
        this.pgbench = new Pgbench(alliance.infrastructure().postgres().port(), "partner", state);
        this.head =
                RawHttp.head("POST", "/v1/sales", address(), alliance.tokens().token(Role.CRM));
    }

    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(Integer.parseInt(args[2]));
        OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(AllianceService.PARTNER).optimizing().telling(System.out::println),
                (alliance, folder) -> {
                    new SalesBesidePgbench(alliance, folder, time).run(Integer.parseInt(args[1]));
                    return null;
                });
    }

    private void run(int rounds) throws Exception {
        prepare();
        List<Turn> turns = new ArrayList<>();
        try (Crowd crowd = new Crowd(address(), CLIENTS)) {
            warmUp(crowd);
            for (int i = 0; i < rounds; i++) {
                turns.add(turn(crowd));
                System.out.println(line(turns.getLast()));
            }
        }
        report(turns);
    }

    private void warmUp(Crowd crowd) throws Exception {
        double best = Double.MAX_VALUE;
        int steady = 0;
        for (long warmed = 0; warmed < LEAST_WARM_UP || steady < STEADY_TURNS && warmed < MOST_WARM_UP; ) {
            Duration before = service();
            long sales = crowd.call(time, this::sale, 201);
            double cost = micros(service().minus(before)) / sales;
            System.out.printf(
                    "warming up: %6.0f sales/s, %5.0f us of service a sale%n", sales / (double) time.toSeconds(), cost);
            steady = cost < 0.97 * best ? 0 : steady + 1;
            best = Math.min(best, cost);
            warmed += sales;
        }
    }

    private URI address() {
        return alliance.url(AllianceService.PARTNER);
    }

    private void prepare() throws SQLException {
        try (Connection connection = alliance.infrastructure().postgres().connect("partner");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into partner (id, profile, registered_at, updated_at, version)
                    select uuidv7(), jsonb_build_object('name', 'Partner ' || i, 'country', 'DE'), now(), now(), 0
                    from generate_series(1, %d) i""".formatted(PARTNERS));
            try (var rows = statement.executeQuery("select id from partner order by id")) {
                while (rows.next()) {
                    partners.add(rows.getObject(1, UUID.class));
                }
            }
            // The service's own tables once more, with all their indexes, for pgbench to fill.
            statement.execute("""
                    create table bench_partner as
                        select row_number() over (order by id)::int as number, id from partner;
                    alter table bench_partner add primary key (number);
                    create table bench_sale (like sale including all);
                    alter table bench_sale add foreign key (partner_id) references partner;
                    create table bench_outbox (like outbox including all);""");
        }
    }

    private Turn turn(Crowd crowd) throws Exception {
        Duration serviceBefore = service();
        Duration databaseBefore = database();
        long began = System.nanoTime();
        long sales = crowd.call(time, this::sale, 201);
        double seconds = (System.nanoTime() - began) / 1e9;
        double service = micros(service().minus(serviceBefore)) / sales;
        Duration databaseAfter = database();
        double database = micros(databaseAfter.minus(databaseBefore)) / sales;
        Pgbench.Result yardstick = pgbench.run(YARDSTICK.formatted(PARTNERS), CLIENTS, time);
        // Its connections end with it; what they used shows in their parent's figures only when that has seen them end.
        Thread.sleep(SETTLING);
        double perYardstick = micros(database().minus(databaseAfter)) / yardstick.transactions();
        return new Turn(sales / seconds, service, database, yardstick.perSecond(), perYardstick);
    }

    private static final String YARDSTICK = """
            \\set number random(1, %d)
            begin;
            insert into bench_sale (id, partner_id, system, order_number, product, licenses, list_amount, net_amount,
                                    currency, sold_on, recorded_at)
                select uuidv7(), id, 'pgbench', gen_random_uuid()::text, 'VSO-XP', 3, 2997.00, 2247.75, 'USD',
                       date '2026-03-02', now()
                from bench_partner where number = :number;
            insert into bench_outbox (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data)
                values (1, 'alliance.sales', gen_random_uuid()::text, 1, uuidv7(), 'alliance.sale.recorded', now(),
                        '00-11111111111111111111111111111111-2222222222222222-00', decode(repeat('7b', 420), 'hex'));
            commit;
            """;

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.PARTNER));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    private byte[] sale(long n) {
        String body = """
                {"partnerId":"%s","orderNumber":"%s-%d","licenses":3,"product":"VSO-XP",\
                "listTotal":{"amount":"2997.00","currency":"USD"},\
                "netTotal":{"amount":"2247.75","currency":"USD"},"soldOn":"2026-03-02"}""".formatted(partners.get((int) (n % PARTNERS)), run, n);
        return (head + "Content-Type: application/json\r\nIdempotency-Key: " + run + "-" + n + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(Turn turn) {
        return "%6.0f sales/s (service %4.0f us + database %4.0f us)   pgbench %6.0f tps (database %4.0f us)   ratio %.2f"
                .formatted(
                        turn.sales,
                        turn.servicePerSale,
                        turn.databasePerSale,
                        turn.pgbench,
                        turn.perPgbench,
                        turn.sales / turn.pgbench);
    }

    private static void report(List<Turn> turns) {
        System.out.printf(
                "%nmedians of %d turns, %d clients%n"
                        + "  sales over HTTP  %6.0f /s   %4.0f us of service + %4.0f us of database a sale%n"
                        + "  pgbench          %6.0f /s   %4.0f us of database a transaction%n"
                        + "  rate over pgbench's %.2f (at least 1 is asked)%n",
                turns.size(),
                CLIENTS,
                median(turns, Turn::sales),
                median(turns, Turn::servicePerSale),
                median(turns, Turn::databasePerSale),
                median(turns, Turn::pgbench),
                median(turns, Turn::perPgbench),
                median(turns, turn -> turn.sales / turn.pgbench));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        double[] sorted = turns.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }
}
