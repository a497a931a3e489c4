package com.vsoxp.alliance.local.command;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.Readiness;
import com.vsoxp.alliance.local.RunRecord;
import java.net.URI;
import java.util.Optional;

/** {@code deploy/local/status}: one line per part. Ends with 0 if all services are ready, else with 3. */
final class Status {

    private static final int NOT_ALL_READY = 3;
    private static final String LINE = "%-20s %-10s %-8s %s%n";

    private Status() {}

    public static void main(String[] args) {
        Optional<RunRecord> run = RunRecord.read(Place.state());
        if (run.isEmpty()) {
            System.out.println("Nothing is running.");
            System.exit(NOT_ALL_READY);
        }
        System.exit(print(run.get()) ? 0 : NOT_ALL_READY);
    }

    private static boolean print(RunRecord run) {
        boolean launched = run.alive(RunRecord.LAUNCHER).isPresent();
        System.out.printf(LINE, "PART", "STATE", "PROCESS", "ADDRESS");
        System.out.printf(LINE, "launcher", launched ? "up" : "gone", pid(run, RunRecord.LAUNCHER), "");
        for (String server : new String[] {"postgres", "kafka"}) {
            System.out.printf(LINE, server, launched ? "up" : "unknown", "", "localhost:" + run.portOf(server));
        }
        boolean allReady = launched;
        try (var readiness = new Readiness()) {
            for (AllianceService service : AllianceService.values()) {
                String name = service.serviceName();
                URI address = run.url(service);
                boolean alive = run.alive(name).isPresent();
                boolean ready = alive && readiness.of(address);
                System.out.printf(LINE, name, ready ? "ready" : alive ? "not ready" : "gone", pid(run, name), address);
                allReady &= ready;
            }
        }
        return allReady;
    }

    private static String pid(RunRecord run, String name) {
        return run.alive(name).map(process -> String.valueOf(process.pid())).orElse("-");
    }
}
