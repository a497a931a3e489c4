package com.vsoxp.alliance.platform.migration;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Not ready until the database has every migration that this version of the service was built with. */
@Readiness
@ApplicationScoped
class MigrationsReadiness implements HealthCheck {

    private final Flyway migrations;
    private volatile boolean complete;

    MigrationsReadiness(Flyway migrations) {
        this.migrations = migrations;
    }

    @Override
    public HealthCheckResponse call() {
        MigrationInfo[] pending =
                complete ? new MigrationInfo[0] : migrations.info().pending();
        complete = pending.length == 0;
        return HealthCheckResponse.named("Database migrations")
                .status(complete)
                .withData("pending", pending.length)
                .build();
    }
}
