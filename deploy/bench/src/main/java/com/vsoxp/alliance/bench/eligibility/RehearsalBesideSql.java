package com.vsoxp.alliance.bench.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.key.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A rehearsal of another version of the program over all partners beside the same question as one SQL statement, in turns over the
 * same tables: their times, whether they answer the same, and what the rehearsal does to reads of the live service meanwhile.
 *
 * <p>Arguments: the repository, partners, facts, and turns.
 */
public final class RehearsalBesideSql {

    private static final String VERSION = "2.0-rehearsed";
    private static final int PREMIER_TARGET = 12;
    private static final int RESELLER_TARGET = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BETWEEN_READS = Duration.ofMillis(10);
    private static final Duration ALONE = Duration.ofSeconds(5);

    private record Answer(
            long partners, long promoted, long demoted, long atRisk, long relieved, BigDecimal discountChange) {}

    private record Turn(Answer answer, double seconds, Duration service, Duration database) {}

    private final LocalAlliance alliance;
    private final AllianceClient manager;
    private final int partners;
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC);

    private RehearsalBesideSql(LocalAlliance alliance, int partners) {
        this.alliance = alliance;
        this.manager = new AllianceClient(
                alliance::url, alliance.tokens().token(Role.PROGRAM_MANAGER), Duration.ofSeconds(30));
        this.partners = partners;
    }

    public static void main(String[] args) throws Exception {
        int partners = Integer.parseInt(args[1]);
        boolean same = OwnAlliance.use(
                Path.of(args[0]),
                settings ->
                        settings.only(AllianceService.ELIGIBILITY).optimizing().with("ALLIANCE_SWEEP_EVERY", "1h"),
                (alliance, _) -> {
                    System.out.println("eligibility-service is process " + alliance.pid(AllianceService.ELIGIBILITY));
                    EligibilityTables tables =
                            new EligibilityTables(alliance.infrastructure().postgres());
                    tables.rehearsable(partners, Integer.parseInt(args[2]));
                    draft(tables);
                    return new RehearsalBesideSql(alliance, partners).run(Integer.parseInt(args[3]));
                });
        System.exit(same ? 0 : 1);
    }

    /** A draft with other targets than the version in force. */
    private static void draft(EligibilityTables tables) {
        tables.execute("""
                insert into program_draft (version, document, created_at, changed_at, changed_by)
                select '%s', regexp_replace(regexp_replace(replace(document, '"2.0"', '"%1$s"'),
                    '("target": ?)15\\M', '\\1%d'), '("target": ?)5\\M', '\\1%d'), now(), now(), 'the benchmark'
                from program where version = '2.0'""".formatted(VERSION, PREMIER_TARGET, RESELLER_TARGET));
    }

    private boolean run(int turns) throws Exception {
        List<Turn> rehearsals = new ArrayList<>();
        List<Turn> statements = new ArrayList<>();
        System.out.println("warming up  " + line("rehearsal", rehearse()));
        boolean same = true;
        for (int i = 0; i < turns; i++) {
            rehearsals.add(rehearse());
            System.out.println("            " + line("rehearsal", rehearsals.getLast()));
            statements.add(ask());
            System.out.println("            " + line("SQL", statements.getLast()));
            same &= rehearsals.getLast().answer.equals(statements.getLast().answer);
        }
        System.out.println(same ? "Both answer the same." : "They do not answer the same!");
        double rehearsal = median(rehearsals);
        double sql = median(statements);
        System.out.printf(
                "medians of %d: rehearsal %.1f s, SQL %.1f s: %.2f of its time (at most 1 is asked)%n",
                turns, rehearsal, sql, rehearsal / sql);
        reads("to warm up", System.nanoTime() + 3 * ALONE.toNanos(), "");
        reads("alone", System.nanoTime() + ALONE.toNanos(), "");
        reads("beside a rehearsal", Long.MAX_VALUE, start());
        return same;
    }

    private Turn rehearse() throws InterruptedException {
        Duration serviceBefore = service();
        Duration databaseBefore = database();
        long began = System.nanoTime();
        String id = start();
        while (!isOver(id)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        JsonNode rehearsal = rehearsal(id);
        JsonNode summary = rehearsal.path("summary");
        if (!summary.isObject()) {
            throw new IllegalStateException(rehearsal.toString());
        }
        return new Turn(
                new Answer(
                        summary.path("partners").asLong(),
                        summary.path("promoted").asLong(),
                        summary.path("demoted").asLong(),
                        summary.path("atRisk").asLong(),
                        summary.path("relieved").asLong(),
                        cents(new BigDecimal(
                                summary.at("/discountChange/0/amount").asText()))),
                seconds,
                service().minus(serviceBefore),
                database().minus(databaseBefore));
    }

    private String start() {
        return manager.post(AllianceService.ELIGIBILITY, "/v1/programs/" + VERSION + "/rehearsals", "")
                .orThrow()
                .id();
    }

    private JsonNode rehearsal(String id) {
        return manager.get(AllianceService.ELIGIBILITY, "/v1/rehearsals/" + id)
                .orThrow()
                .body();
    }

    private boolean isOver(String id) {
        return !rehearsal(id).path("status").asText().equals("RUNNING");
    }

    /** With memory enough that nothing is spilled to disk. */
    private Turn ask() throws SQLException {
        Duration serviceBefore = service();
        String question = EligibilityTables.resource("question.sql")
                .replace(":year", "date '" + day.minusYears(1) + "'")
                .replace(":day", "date '" + day + "'")
                .replace(":premier", String.valueOf(PREMIER_TARGET))
                .replace(":reseller", String.valueOf(RESELLER_TARGET));
        Answer answer;
        double seconds;
        Duration databaseBefore = database();
        try (Connection connection = alliance.infrastructure().postgres().connect(EligibilityTables.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '1GB'");
            long began = System.nanoTime();
            try (var row = statement.executeQuery(question)) {
                row.next();
                seconds = (System.nanoTime() - began) / 1e9;
                answer = new Answer(
                        row.getLong("partners"),
                        row.getLong("promoted"),
                        row.getLong("demoted"),
                        row.getLong("at_risk"),
                        row.getLong("relieved"),
                        cents(row.getBigDecimal("discount_change")));
            }
        }
        return new Turn(
                answer, seconds, service().minus(serviceBefore), database().minus(databaseBefore));
    }

    /** Reads scorecards at a steady rate until then, or until a rehearsal is over, and prints how long the answers took. */
    private void reads(String when, long until, String rehearsal) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(42);
        List<Double> milliseconds = new ArrayList<>();
        long due = System.nanoTime();
        while (due < until && (rehearsal.isEmpty() || milliseconds.size() % 50 != 49 || !isOver(rehearsal))) {
            String partner = EligibilityTables.id(1 + random.nextInt(partners)).toString();
            manager.get(AllianceService.ELIGIBILITY, "/v1/partners/" + partner + "/scorecard")
                    .orThrow();
            milliseconds.add((System.nanoTime() - due) / 1e6);
            due += BETWEEN_READS.toNanos();
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
        milliseconds.sort(null);
        System.out.printf(
                "%,d scorecards read %s: median %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
                milliseconds.size(),
                when,
                milliseconds.get(milliseconds.size() / 2),
                milliseconds.get(milliseconds.size() * 99 / 100),
                milliseconds.getLast());
    }

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.ELIGIBILITY));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static double median(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::seconds).sorted().toArray()[turns.size() / 2];
    }

    private static String line(String what, Turn turn) {
        return "%-9s %5.1f s, CPU %4.1f s of service + %4.1f s of database; %s"
                .formatted(
                        what, turn.seconds, turn.service.toMillis() / 1e3, turn.database.toMillis() / 1e3, turn.answer);
    }
}
