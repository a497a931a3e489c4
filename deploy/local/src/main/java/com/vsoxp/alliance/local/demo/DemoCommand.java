package com.vsoxp.alliance.local.demo;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.RunRecord;
import com.vsoxp.alliance.local.TravellingClock;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.RefusedException;
import com.vsoxp.alliance.local.flow.FactFlow;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import com.vsoxp.alliance.local.key.LocalKeys;
import com.vsoxp.alliance.local.key.Role;
import com.vsoxp.alliance.local.key.TokenMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** {@code deploy/local/demo}: plays the demonstration on the alliance that runs, and shows what came of it. */
final class DemoCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private DemoCommand() {}

    public static void main(String[] args) {
        Path state = Path.of(System.getProperty("alliance.state"));
        try {
            play(state, running(state));
        } catch (Refusal | RefusedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static RunRecord running(Path state) {
        return RunRecord.read(state)
                .filter(RunRecord::isReady)
                .filter(run -> run.alive(RunRecord.LAUNCHER).isPresent())
                .orElseThrow(() -> new Refusal("Nothing is running: call deploy/local/up --detach first."));
    }

    private static void play(Path state, RunRecord run) {
        Clock clock = Clock.systemUTC();
        String token = new TokenMint(new LocalKeys(state), clock).token(Role.PROGRAM_MANAGER);
        var client = new AllianceClient(run::url, token, PATIENCE);
        TravellingClock travelling = TravellingClock.in(state);
        Runtime.getRuntime().addShutdownHook(new Thread(travelling::comeHome));
        try (var flow = new FactFlow("127.0.0.1:" + run.portOf("kafka"), service -> jdbcUrl(run, service))) {
            new Demo(client, flow, travelling, System.out::println).play(LocalDate.now(clock));
        }
        DemoSummary.print(client, run::url);
    }

    private static String jdbcUrl(RunRecord run, AllianceService service) {
        return "jdbc:postgresql://127.0.0.1:" + run.portOf("postgres") + "/" + service.database();
    }
}
