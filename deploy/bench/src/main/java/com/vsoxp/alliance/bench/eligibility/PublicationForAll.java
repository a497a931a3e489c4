package com.vsoxp.alliance.bench.eligibility;

import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Json;
import com.vsoxp.alliance.local.key.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * What follows a publication: how long it takes until all partners were looked at, whether it gets slower on the way, whether
 * it goes on where a killed service left it, and what it takes when all of them move over on the version's day.
 *
 * <p>Arguments: the repository, how many partners, and whether they move.
 */
public final class PublicationForAll {

    private static final String VERSION = "2.1";
    private static final int FACTS_EACH = 5;
    private static final int DAYS_AHEAD = 10;
    private static final int PARTS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalAlliance alliance;
    private final EligibilityTables tables;
    private final AllianceClient manager;
    private final int partners;

    private PublicationForAll(LocalAlliance alliance, int partners) {
        this.alliance = alliance;
        this.tables = new EligibilityTables(alliance.infrastructure().postgres());
        this.manager = new AllianceClient(alliance::url, alliance.tokens().token(Role.PROGRAM_MANAGER), PATIENCE);
        this.partners = partners;
    }

    public static void main(String[] args) throws Exception {
        boolean well = OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(ELIGIBILITY).optimizing(),
                (alliance, _) -> new PublicationForAll(alliance, Integer.parseInt(args[1])).run(args[2].equals("yes")));
        System.exit(well ? 0 : 1);
    }

    private boolean run(boolean moves) throws InterruptedException {
        tables.rehearsable(partners, partners * FACTS_EACH);
        String rehearsal = rehearsed();
        publish(rehearsal);
        follow("looked at", "programs_known < 2", true);
        long decided = tables.number("select count(*) from decision where content like '%\"PROGRAM_CHANGED\"%'");
        System.out.printf("%,d moved over before the version's day%n", decided);
        if (!moves) {
            return decided == 0;
        }
        alliance.clock().travel(Period.ofDays(DAYS_AHEAD));
        follow("moved over", "program_version <> '" + VERSION + "'", false);
        long once = tables.number("""
                select count(*) from (select partner_id from decision where content like '%"PROGRAM_CHANGED"%'
                    group by partner_id having count(*) = 1) as made""");
        long holding = tables.number("select count(*) from standing where tier is not null or status = 'LAPSED'");
        System.out.printf("%,d of %,d that hold a tier moved over exactly once%n", once, holding);
        return decided == 0 && once == holding;
    }

    /** Prints how long each quarter of the partners took, from now on. */
    private void follow(String what, String waiting, boolean kills) throws InterruptedException {
        long began = System.nanoTime();
        Duration database = Cpu.of(alliance.infrastructure().postgres().pid());
        long before = began;
        for (int part = PARTS - 1; part >= 0; part--) {
            awaitAtMost((long) partners * part / PARTS, "select count(*) from standing where " + waiting);
            long now = System.nanoTime();
            System.out.printf(
                    "%,d of %,d %s after %.1f s, the last quarter in %.1f s%n",
                    partners - (long) partners * part / PARTS,
                    partners,
                    what,
                    (now - began) / 1e9,
                    (now - before) / 1e9);
            before = now;
            if (kills && part == PARTS / 2) {
                alliance.kill(ELIGIBILITY);
                alliance.restart(ELIGIBILITY);
                System.out.printf("killed, and ready again after %.1f s%n", (System.nanoTime() - before) / 1e9);
                before = System.nanoTime();
            }
        }
        Duration used = Cpu.of(alliance.infrastructure().postgres().pid()).minus(database);
        System.out.printf(
                "%.0f us a partner, and %.0f us of database%n",
                (System.nanoTime() - began) / 1e3 / partners, used.toNanos() / 1e3 / partners);
    }

    private String rehearsed() throws InterruptedException {
        ObjectNode draft = (ObjectNode)
                manager.get(ELIGIBILITY, "/v1/programs/2.0").orThrow().body();
        draft.put("version", VERSION).remove("status");
        manager.send(ELIGIBILITY, "PUT", "/v1/programs/" + VERSION, "application/json", Json.write(draft))
                .orThrow();
        String id = manager.post(ELIGIBILITY, "/v1/programs/" + VERSION + "/rehearsals", "")
                .orThrow()
                .id();
        while (manager.get(ELIGIBILITY, "/v1/rehearsals/" + id)
                .orThrow()
                .body()
                .path("status")
                .asText()
                .equals("RUNNING")) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        return id;
    }

    private void publish(String rehearsal) {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD).toString();
        manager.post(
                        ELIGIBILITY,
                        "/v1/programs/" + VERSION + "/publication",
                        Json.object("effectiveFrom", day, "rehearsalId", rehearsal))
                .orThrow();
    }

    private void awaitAtMost(long most, String query) throws InterruptedException {
        while (tables.number(query) > most) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
