package com.vsoxp.alliance.local;

import java.nio.file.Path;

/** The four services, in the order a fact flows through them. */
public enum AllianceService {
    PARTNER("partner", 8081),
    ELIGIBILITY("eligibility", 8082),
    BENEFITS("benefits", 8083),
    DIRECTORY("directory", 8084);

    private final String shortName;
    private final int defaultPort;

    AllianceService(String shortName, int defaultPort) {
        this.shortName = shortName;
        this.defaultPort = defaultPort;
    }

    /** Such as {@code partner-service}: the folder, the log file, the source of its events. */
    public String serviceName() {
        return shortName + "-service";
    }

    /** The name of its database and of the role it works with; locally also the role's password. */
    public String database() {
        return shortName;
    }

    /** The role that owns the database and all that is in it: migrations run as this one. Locally also its password. */
    public String owner() {
        return shortName + "_owner";
    }

    public int defaultPort() {
        return defaultPort;
    }

    Path runnableJar(Path root) {
        return root.resolve(serviceName()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
