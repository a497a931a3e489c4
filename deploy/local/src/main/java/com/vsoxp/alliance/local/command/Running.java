package com.vsoxp.alliance.local.command;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.RunRecord;
import java.util.Optional;

/** Looks for a running alliance: says where its services are and ends with 0, or says nothing and ends with 1. */
final class Running {

    private Running() {}

    public static void main(String[] args) {
        Optional<RunRecord> run = RunRecord.read(Place.state())
                .filter(record -> record.alive(RunRecord.LAUNCHER).isPresent());
        if (run.isEmpty()) {
            System.exit(1);
        }
        if (run.get().isReady()) {
            welcome(run.get());
        } else {
            System.out.println("The alliance is being started by process "
                    + run.get().alive(RunRecord.LAUNCHER).orElseThrow().pid() + ".");
        }
    }

    static void welcome(RunRecord run) {
        System.out.println("The alliance is up. What each service can do:");
        for (AllianceService service : AllianceService.values()) {
            System.out.printf("  %-20s %s/q/swagger-ui%n", service.serviceName(), run.url(service));
        }
        System.out.println("Try:");
        System.out.println("  curl -s " + run.url(AllianceService.DIRECTORY) + "/v1/listings");
        System.out.println("  curl -s -H \"Authorization: Bearer $(deploy/local/token --role crm)\" "
                + run.url(AllianceService.PARTNER) + "/v1/partners");
    }
}
