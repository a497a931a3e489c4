package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import com.vsoxp.alliance.local.key.LocalKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows how each service is started: its command line and the environment that binds it to this machine's infrastructure. */
record ServiceLauncher(
        LocalSettings settings,
        Map<AllianceService, Integer> ports,
        Infrastructure infrastructure,
        LocalKeys keys,
        TravellingClock clock) {

    ServiceProcess launch(AllianceService service) {
        return launch(service, ports.get(service), log(service));
    }

    /** One more of a service that runs, beside it. */
    ServiceProcess launchReplica(AllianceService service, String name, int port) {
        return launch(service, port, settings.logs().resolve(name + ".log"));
    }

    URI url(AllianceService service) {
        return url(ports.get(service));
    }

    Path log(AllianceService service) {
        return settings.logs().resolve(service.serviceName() + ".log");
    }

    private ServiceProcess launch(AllianceService service, int port, Path log) {
        return ServiceProcess.launch(service, command(service), environment(service, port), url(port), log);
    }

    private static URI url(int port) {
        return URI.create("http://localhost:" + port);
    }

    private List<String> command(AllianceService service) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        if (!settings.optimizes()) {
            // The first compiler alone makes a small service ready soonest.
            command.add("-XX:TieredStopAtLevel=1");
        }
        // The serial collector's footprint lets four fit a laptop.
        command.add("-XX:+UseSerialGC");
        // A rehearsal's columns are large and stay: to copy them once they survive would hold everybody up.
        command.add("-XX:PretenureSizeThreshold=1m");
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.add("-jar");
        command.add(service.runnableJar(settings.root()).toString());
        return command;
    }

    private Map<String, String> environment(AllianceService service, int port) {
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_HTTP_HOST", "localhost");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", infrastructure.postgres().jdbcUrl(service.database()));
        variables.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
        variables.put("QUARKUS_FLYWAY_USERNAME", service.owner());
        variables.put("QUARKUS_FLYWAY_PASSWORD", service.owner());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka().bootstrapServers());
        variables.put("QUARKUS_OIDC_PUBLIC_KEY", keys.tokenPublicKey());
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        variables.put("ALLIANCE_TIME_TRAVEL_FILE", clock.file().toString());
        // Where months pass in seconds, what falls due must be looked for often.
        variables.put("ALLIANCE_SWEEP_EVERY", "1s");
        variables.put("ALLIANCE_CONTACT_DIGEST_SECRET", keys.contactDigestSecret());
        variables.put("ALLIANCE_WEBHOOKS_SECRET_KEY", keys.webhookSecretKey());
        variables.put("ALLIANCE_SIGNING_KEYS_FILE", keys.signingKeysFile().toString());
        variables.put("ALLIANCE_SIGNING_PUBLIC_URL", url(port).toString());
        variables.put("ALLIANCE_LOGO_TOKEN_SECRET", keys.logoTokenSecret());
        // Receivers of webhooks on this machine have neither a public address nor a certificate.
        variables.put("ALLIANCE_WEBHOOKS_PLAIN_HTTP", "true");
        variables.put("ALLIANCE_OUTBOUND_ALLOWED_NETWORKS", "127.0.0.1/32");
        variables.putAll(settings.environment());
        return variables;
    }
}
