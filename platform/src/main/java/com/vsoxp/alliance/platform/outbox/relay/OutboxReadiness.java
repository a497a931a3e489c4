package com.vsoxp.alliance.platform.outbox.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while committed events can't leave, with the reason. */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {

    private final OutboxRelay relay;

    OutboxReadiness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return relay.trouble()
                .map(reason -> HealthCheckResponse.named("Event delivery")
                        .down()
                        .withData("waiting-for", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("Event delivery"));
    }
}
