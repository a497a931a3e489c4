package com.vsoxp.alliance.partner.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets webhooks lead to this machine, and days pass in moments. */
public class LocalReceivers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "alliance.outbound.allowed-networks", "127.0.0.1/32",
                "alliance.webhooks.plain-http", "true",
                "alliance.webhooks.poll-every", "50ms",
                "alliance.webhooks.recovered-after", "1s",
                "alliance.webhooks.retries", "300ms,300ms,300ms");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
