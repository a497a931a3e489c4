package com.vsoxp.alliance.bench.eligibility;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What it costs eligibility to take in a sale: from the broker, into the facts, evaluated, and told of. Beside it,
 * in turns, the least that has to be done in the database: a row of an inbox and a fact, by two statements for each 500.
 *
 * <p>Arguments: the repository, events of a turn, turns at each size, and the sizes, in partners.
 */
public final class IntakeCost {

    /** What is done once a batch is compiled after some thousands of them, which a service that is up for hours has long had. */
    private static final Duration DRIZZLE = Duration.ofSeconds(40);

    private static final int STEADY_TURNS = 6;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private record Cost(double service, double database, double yardstick, double perSecond) {}

    private final LocalAlliance alliance;
    private final EligibilityTables tables;
    private final int events;
    // Kept open, or the next turn would be charged: what a session used is not seen between its end and that it was
    // waited for.
    private final Connection own;

    private IntakeCost(LocalAlliance alliance, int events) throws SQLException {
        this.alliance = alliance;
        this.tables = new EligibilityTables(alliance.infrastructure().postgres());
        this.events = events;
        this.own = alliance.infrastructure().postgres().connect(EligibilityTables.DATABASE);
        tables.execute(
                "create table bench_inbox (like inbox including all)",
                "create table bench_fact (like fact including all)");
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = Arrays.stream(args).skip(3).mapToInt(Integer::parseInt).toArray();
        OwnAlliance.use(
                Path.of(args[0]),
                settings ->
                        settings.only(AllianceService.ELIGIBILITY).optimizing().with("ALLIANCE_SWEEP_EVERY", "1h"),
                (alliance, _) -> {
                    System.out.println("eligibility-service is process " + alliance.pid(AllianceService.ELIGIBILITY));
                    new IntakeCost(alliance, Integer.parseInt(args[1])).run(Integer.parseInt(args[2]), sizes);
                    return null;
                });
    }

    private void run(int turns, int[] sizes) throws Exception {
        try (SaleEvents sales = new SaleEvents(alliance.infrastructure().kafka().bootstrapServers())) {
            for (int size : sizes) {
                tables.growTo(size);
                if (size == sizes[0]) {
                    warmUp(sales, size);
                }
                // The first sales to partners that were just loaded.
                turn(sales, size);
                List<Cost> costs = new ArrayList<>();
                for (int i = 0; i < turns; i++) {
                    costs.add(turn(sales, size));
                    System.out.printf("%,10d  %s%n", size, line(costs.getLast()));
                }
                System.out.printf("%,10d  %s   median of %d%n", size, line(median(costs)), turns);
                // The first change of each page goes to the log with all of the page.
                tables.settle();
                System.out.printf("%,10d  %s   after a checkpoint%n", size, line(turn(sales, size)));
                // As after a version of the program was published: every sale has the partner's future foreseen anew.
                tables.execute("update standing set programs_known = 0");
                tables.settle();
                System.out.printf("%,10d  %s   after a publication%n", size, line(turn(sales, size)));
            }
        }
    }

    /** Until an event takes the service no less than before, or for long enough. */
    private void warmUp(SaleEvents sales, int partners) throws InterruptedException, SQLException {
        turn(sales, partners);
        int drizzled = sales.drizzle(DRIZZLE, partners);
        System.out.printf("warmed up by %,d sales that came a few at a time%n", drizzled);
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        double best = Double.MAX_VALUE;
        for (int steady = 0; steady < STEADY_TURNS && System.nanoTime() < end; ) {
            Cost cost = turn(sales, partners);
            System.out.println("warming up  " + line(cost));
            steady = cost.service < 0.97 * best ? 0 : steady + 1;
            best = Math.min(best, cost.service);
        }
    }

    private Cost turn(SaleEvents sales, int partners) throws InterruptedException, SQLException {
        Duration serviceBefore = service();
        Duration databaseBefore = database();
        long began = System.nanoTime();
        sales.send(events, partners);
        while (sales.left() > 0) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double service = perEvent(service().minus(serviceBefore));
        Duration databaseAfter = database();
        double database = perEvent(databaseAfter.minus(databaseBefore));
        execute(YARDSTICK.formatted(events, partners));
        double bare = perEvent(database().minus(databaseAfter));
        tidy();
        return new Cost(service, database, bare, events / seconds);
    }

    /** What a partner has must not grow from turn to turn, or later turns would measure something else. */
    private void tidy() throws SQLException {
        execute("delete from fact where sequence >= " + SaleEvents.FIRST_SEQUENCE);
        execute("truncate bench_fact, bench_inbox");
        // Leaves nothing to do for autovacuum.
        execute("vacuum (analyze, parallel 0)");
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(command);
        }
    }

    /** Into tables with the same columns and indexes, of the same partners. */
    private static final String YARDSTICK = """
            do $$
            declare
                events uuid[];
                partners uuid[];
            begin
                for batch in 1 .. %1$d / 500 loop
                    select array_agg(uuidv7()), array_agg(bench_id(1 + floor(random() * %2$d)::int))
                        into events, partners from generate_series(1, 500);
                    insert into bench_inbox (event_id, intake) select id, 'sales' from unnest(events) id
                        on conflict do nothing;
                    insert into bench_fact (partner_id, id, kind, sequence, on_day, quantity, amount, currency, known_at)
                        select partner, event, 'LICENSE_SALE', 1, current_date, 1, 749.00, 'USD', now()
                        from unnest(events, partners) as sale (event, partner) on conflict do nothing;
                    commit;
                end loop;
            end $$""";

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.ELIGIBILITY));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    private double perEvent(Duration cpu) {
        return cpu.toNanos() / 1e3 / events;
    }

    private static String line(Cost cost) {
        return "service %5.1f us + database %5.1f us = %5.1f us an event; %,7.0f events/s; two bare statements %5.1f us"
                .formatted(cost.service, cost.database, cost.service + cost.database, cost.perSecond, cost.yardstick);
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(cost -> cost.service + cost.database))
                .toList()
                .get(costs.size() / 2);
    }
}
