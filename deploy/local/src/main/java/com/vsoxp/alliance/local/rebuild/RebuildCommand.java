package com.vsoxp.alliance.local.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.RunRecord;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.RefusedException;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import com.vsoxp.alliance.local.key.LocalKeys;
import com.vsoxp.alliance.local.key.Role;
import com.vsoxp.alliance.local.key.TokenMint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * {@code deploy/local/rebuild SERVICE [URL]}: starts a rebuild of that service, or joins the one that runs, and shows how far it is until
 * it ends.
 */
final class RebuildCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String TOKEN = "ALLIANCE_TOKEN";

    private RebuildCommand() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            AllianceService service = Rebuildable.named(args[0]);
            AllianceClient operator =
                    args.length == 1 ? here(Path.of(System.getProperty("alliance.state"))) : there(args[1]);
            JsonNode summary = new Rebuild(operator, service, BETWEEN_LOOKS, System.out::println)
                    .run()
                    .path("summary");
            System.out.printf(
                    "%d events read, %d of them on dead letter topics; %d partners mended%n",
                    summary.path("events").asLong(),
                    summary.path("unreadable").asLong(),
                    summary.path("partnersMended").asLong());
        } catch (Refusal | RefusedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static AllianceClient here(Path state) {
        RunRecord run = RunRecord.read(state)
                .filter(RunRecord::isReady)
                .filter(record -> record.alive(RunRecord.LAUNCHER).isPresent())
                .orElseThrow(() -> new Refusal("Nothing is running here: call deploy/local/up first, or name a URL."));
        String token = new TokenMint(new LocalKeys(state), Clock.systemUTC()).token(Role.PROGRAM_MANAGER);
        return new AllianceClient(run::url, token, PATIENCE);
    }

    private static AllianceClient there(String url) {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new Refusal("Put a program manager's bearer token into " + TOKEN + ".");
        }
        return new AllianceClient((AllianceService _) -> URI.create(url.replaceAll("/+$", "")), token, PATIENCE);
    }
}
