package com.vsoxp.alliance.system;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.LocalSettings;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The alliance that all system tests share: started by the first that asks, stopped when the JVM ends. */
final class RunningAlliance {

    private static final LocalAlliance ALLIANCE = start(AllianceService.values());

    private RunningAlliance() {}

    static LocalAlliance get() {
        return ALLIANCE;
    }

    /** A client that sends everything once. */
    static AllianceClient client(String token) {
        return new AllianceClient(ALLIANCE::url, token, Duration.ZERO);
    }

    static AllianceClient crm() {
        return client(ALLIANCE.tokens().token(Role.CRM));
    }

    static AllianceClient programManager() {
        return client(ALLIANCE.tokens().token(Role.PROGRAM_MANAGER));
    }

    static AllianceClient auditor() {
        return client(ALLIANCE.tokens().token(Role.AUDITOR));
    }

    static AllianceClient stranger() {
        return client(null);
    }

    /** A company that has just been registered. */
    static Company company() {
        return company(LocalDate.now(ZoneOffset.UTC));
    }

    /** @param today the day on which it acts, if the clock travels */
    static Company company(LocalDate today) {
        return new Company(crm(), programManager(), today);
    }

    /** One more, for what would move the partners of all others; who asks for it closes it. */
    static LocalAlliance another() {
        return another(AllianceService.values());
    }

    /** The same, of these services alone. */
    static LocalAlliance another(AllianceService... services) {
        return start(services);
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static LocalAlliance start(AllianceService... services) {
        LocalAlliance alliance = LocalAlliance.start(LocalSettings.of(root())
                .stateIn(freshFolder())
                .onFreePorts()
                .only(services)
                .heapMegabytes(256)
                .with("ALLIANCE_SWEEP_EVERY", "1s")
                .with("ALLIANCE_REBUILD_LOOK_EVERY", "1s")
                .telling(System.out::println));
        Runtime.getRuntime().addShutdownHook(new Thread(alliance::close));
        return alliance;
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "alliance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
