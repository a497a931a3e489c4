package com.vsoxp.alliance.clients;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.LocalSettings;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What a tour needs of the alliance, started by the first tour that asks and stopped when the JVM ends. */
final class RunningServices {

    private static final LocalAlliance ALLIANCE = start();

    private RunningServices() {}

    /** Where the described API is. */
    static String url() {
        return ALLIANCE.url(PARTNER).toString();
    }

    static URI url(AllianceService service) {
        return ALLIANCE.url(service);
    }

    static String crm() {
        return ALLIANCE.tokens().token(Role.CRM);
    }

    static String manager() {
        return ALLIANCE.tokens().token(Role.PROGRAM_MANAGER);
    }

    /** A token for someone of a partner that nobody has registered. */
    static String stranger() {
        return ALLIANCE.tokens().partnerToken(UUID.randomUUID());
    }

    private static LocalAlliance start() {
        Path target = Path.of("target").toAbsolutePath();
        LocalAlliance alliance = LocalAlliance.start(
                LocalSettings.of(target.getParent().getParent().getParent())
                        .stateIn(freshFolder(target))
                        .onFreePorts()
                        .only(PARTNER, ELIGIBILITY, BENEFITS)
                        .telling(System.out::println));
        Runtime.getRuntime().addShutdownHook(new Thread(alliance::close));
        return alliance;
    }

    private static Path freshFolder(Path target) {
        try {
            return Files.createTempDirectory(target, "alliance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
