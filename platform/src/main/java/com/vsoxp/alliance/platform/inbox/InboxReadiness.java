package com.vsoxp.alliance.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while an intake waits out an outage, with the reason per intake. */
@Readiness
@ApplicationScoped
class InboxReadiness implements HealthCheck {

    private final Intakes intakes;

    InboxReadiness(Intakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("Event intake").up();
        for (IntakeLoop loop : intakes.loops()) {
            loop.trouble().ifPresent(reason -> response.down().withData(loop.name(), reason));
        }
        return response.build();
    }
}
