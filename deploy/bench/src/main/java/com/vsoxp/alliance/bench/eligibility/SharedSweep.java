package com.vsoxp.alliance.bench.eligibility;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;

/**
 * A sweep of many partners that fall due at once, shared by two replicas: what it takes, and whether each was decided and told
 * exactly once. A round to warm up, a round that counts, and one in which a replica is killed half-way.
 *
 * <p>Arguments: the repository, and how many partners fall due in a round.
 */
public final class SharedSweep {

    private static final int DAYS_OF_A_ROUND = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final LocalAlliance alliance;
    private final Replica other;
    private final EligibilityTables tables;
    private final HttpClient http = HttpClient.newHttpClient();
    private int partners;
    private int rounds;

    private SharedSweep(LocalAlliance alliance) {
        this.alliance = alliance;
        this.other = alliance.replicate(AllianceService.ELIGIBILITY);
        this.tables = new EligibilityTables(alliance.infrastructure().postgres());
    }

    public static void main(String[] args) throws Exception {
        int partners = Integer.parseInt(args[1]);
        boolean once = OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(AllianceService.ELIGIBILITY).optimizing(),
                (alliance, _) -> {
                    SharedSweep sweep = new SharedSweep(alliance);
                    return sweep.round("warming up", partners, false)
                            & sweep.round("two replicas", partners, false)
                            & sweep.round("one is killed half-way", partners, true);
                });
        System.out.println(
                once ? "Each was decided and told exactly once." : "Not each was decided and told exactly once!");
        System.exit(once ? 0 : 1);
    }

    /** Lets so many partners more fall due, and returns whether each was decided and told once. */
    private boolean round(String name, int due, boolean kills) throws Exception {
        int first = partners + 1;
        partners += due;
        int day = ++rounds * DAYS_OF_A_ROUND;
        tables.load("due.sql", day, first, partners);
        tables.settle();
        double oneBefore = decisions(alliance.url(AllianceService.ELIGIBILITY));
        double otherBefore = decisions(other.url());
        Duration servicesBefore = services();
        Duration databaseBefore = database();
        long began = System.nanoTime();
        alliance.clock().travel(Period.ofDays(day));
        double byOther = 0;
        if (kills) {
            awaitAtMost(due / 2, "select count(*) from standing where due_on <= current_date + " + day);
            byOther = decisions(other.url()) - otherBefore;
            other.kill();
        }
        awaitAtMost(0, "select count(*) from standing where due_on <= current_date + " + day);
        double seconds = secondsSince(began);
        awaitAtMost(0, "select count(*) from outbox");
        double told = secondsSince(began);
        Duration services = services().minus(servicesBefore);
        double byOne = decisions(alliance.url(AllianceService.ELIGIBILITY)) - oneBefore;
        if (!kills) {
            byOther = decisions(other.url()) - otherBefore;
        }
        System.out.printf(
                "%-22s %,d due: decided in %.1f s, all told after %.1f s; by one %,.0f, by the other %,.0f%s%n",
                name, due, seconds, told, byOne, byOther, kills ? " when it was killed" : "");
        System.out.printf(
                "%-22s %s + %.0f us of database a decision%n",
                "",
                kills ? "" : "%.0f us of services".formatted(perDecision(services, due)),
                perDecision(database().minus(databaseBefore), due));
        return isOnce(first, due);
    }

    private boolean isOnce(int first, int due) {
        long wrong = tables.number("""
                select count(*) from generate_series(%d, %d) n
                    left join (select partner_id, count(*) from decision group by 1) made on made.partner_id = bench_id(n)
                    left join outbox_sequence told on told.topic = 'alliance.eligibility' and told.key = bench_id(n)::text
                where made.count is distinct from 1 or told.last is distinct from 1""".formatted(first, partners));
        System.out.printf("%-22s %,d decided once and told once, %,d not%n", "", due - wrong, wrong);
        return wrong == 0;
    }

    private void awaitAtMost(long most, String query) throws InterruptedException {
        while (tables.number(query) > most) {
            if (alliance.death().isDone()) {
                throw new IllegalStateException(alliance.death().join());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** How many a replica has made since it started, by its own metrics. */
    private double decisions(URI service) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.resolve("/q/metrics")).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("alliance_decisions_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Duration services() {
        return Cpu.of(alliance.pid(AllianceService.ELIGIBILITY)).plus(Cpu.of(other.pid()));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double perDecision(Duration cpu, int due) {
        return cpu.toNanos() / 1e3 / due;
    }
}
