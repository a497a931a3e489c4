package com.vsoxp.alliance.bench.benefits;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.database.FilledDatabase;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What it takes benefits-service to hold a sale against the quote that it names: from the broker, into the inbox and the facts,
 * judged, and into the ledger. All sales go through one lane, so what one replica does in a second is what any number of them does.
 *
 * <p>Arguments: the repository, sales of a turn, turns to measure.
 */
public final class JudgingCost {

    private static final int PARTNERS = 100_000;
    private static final int WARM_UP_TURNS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private record Cost(double service, double database, double perSecond) {

        double sum() {
            return service + database;
        }
    }

    private final LocalAlliance alliance;
    private final int sales;
    private int told;

    private JudgingCost(LocalAlliance alliance, int sales) {
        this.alliance = alliance;
        this.sales = sales;
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(AllianceService.BENEFITS).optimizing().telling(System.out::println),
                (alliance, _) -> {
                    new JudgingCost(alliance, Integer.parseInt(args[1])).run(Integer.parseInt(args[2]));
                    return null;
                });
    }

    private void run(int turns) throws Exception {
        execute("premiers.sql");
        try (QuotedSales topic =
                new QuotedSales(alliance.infrastructure().kafka().bootstrapServers())) {
            List<Cost> costs = new ArrayList<>();
            for (int i = 0; i < WARM_UP_TURNS + turns; i++) {
                execute("quotes.sql");
                Cost cost = turn(topic);
                System.out.println((i < WARM_UP_TURNS ? "warming up  " : "            ") + line(cost));
                if (i >= WARM_UP_TURNS) {
                    costs.add(cost);
                }
            }
            costs.sort(Comparator.comparingDouble(Cost::sum));
            System.out.println("median of " + turns + "  " + line(costs.get(costs.size() / 2)));
        }
        mustBeInTheLedger();
    }

    private Cost turn(QuotedSales topic) throws InterruptedException {
        Duration serviceBefore = Cpu.of(alliance.pid(AllianceService.BENEFITS));
        Duration databaseBefore = Cpu.of(alliance.infrastructure().postgres().pid());
        long began = System.nanoTime();
        topic.send(told, sales, PARTNERS);
        told += sales;
        while (topic.left() > 0) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Cost(
                perSale(Cpu.of(alliance.pid(AllianceService.BENEFITS)).minus(serviceBefore)),
                perSale(Cpu.of(alliance.infrastructure().postgres().pid()).minus(databaseBefore)),
                sales / seconds);
    }

    private double perSale(Duration cpu) {
        return cpu.toNanos() / 1e3 / sales;
    }

    private static String line(Cost cost) {
        return "service %5.1f us + database %5.1f us = %5.1f us a sale; %,7.0f sales/s"
                .formatted(cost.service, cost.database, cost.sum(), cost.perSecond);
    }

    private void execute(String resource) throws SQLException {
        String sql = FilledDatabase.script(JudgingCost.class, resource);
        try (var connection = alliance.infrastructure().postgres().connect("benefits");
                var statement = connection.createStatement()) {
            statement.execute(sql.replace(":partners", String.valueOf(PARTNERS))
                    .replace(":secret", alliance.keys().contactDigestSecret())
                    .replace(":from", String.valueOf(told))
                    .replace(":sales", String.valueOf(sales)));
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    /** Each sale was told once, at what its quote says. */
    private void mustBeInTheLedger() throws SQLException {
        try (var connection = alliance.infrastructure().postgres().connect("benefits");
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select (select count(*) from usage_entry), (select count(*) from discount_finding)")) {
            row.next();
            if (row.getInt(1) != told || row.getInt(2) != 0) {
                throw new IllegalStateException(
                        "%d in the ledger and %d found of %d".formatted(row.getInt(1), row.getInt(2), told));
            }
        }
    }
}
