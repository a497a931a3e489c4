package com.vsoxp.alliance.bench;

import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.key.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * How long it takes from the 201 of a partner's fifteenth license to its listing as premier in the public directory: four
 * hops over Kafka. A system of its own is started; partners are measured one after the other, so the system is idle but
 * for the one.
 *
 * <p>Arguments: the repository, how many partners to measure, how many more to warm up by.
 */
public final class FifteenthLicense {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 2;

    private final AllianceClient crm;
    private final AllianceClient manager;

    private FifteenthLicense(LocalAlliance alliance) {
        this.crm = new AllianceClient(alliance::url, alliance.tokens().token(Role.CRM), Duration.ZERO);
        this.manager = crm.as(alliance.tokens().token(Role.PROGRAM_MANAGER));
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(Path.of(args[0]), settings -> settings.telling(System.out::println), (alliance, _) -> {
            new FifteenthLicense(alliance).run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            return null;
        });
    }

    private void run(int measured, int warmUp) {
        System.out.printf("Preparing %d partners that are one license short of premier%n", measured + warmUp);
        Deque<Company> almost = new ArrayDeque<>();
        for (int i = 0; i < measured + warmUp; i++) {
            almost.add(almostPremier());
        }
        almost.forEach(company -> waitUntil(() -> company.isCreditedWith(14)));
        almost.forEach(company -> waitUntil(() -> isListedAs(company, "RESELLER")));
        for (int i = 0; i < warmUp; i++) {
            fromSaleToDirectory(almost.remove());
        }
        List<Duration> times = new ArrayList<>();
        while (!almost.isEmpty()) {
            times.add(fromSaleToDirectory(almost.remove()));
        }
        report(times);
    }

    private Company almostPremier() {
        Company company = new Company(crm, manager, LocalDate.now(ZoneOffset.UTC)).appliesFor("PREMIER");
        company.bringsAllPremierEvidence().sells(14);
        return company;
    }

    private Duration fromSaleToDirectory(Company company) {
        company.sells(1);
        long acknowledged = System.nanoTime();
        waitUntil(() -> isListedAs(company, "PREMIER"));
        return Duration.ofNanos(System.nanoTime() - acknowledged);
    }

    private static boolean isListedAs(Company company, String tier) {
        return tier.equals(company.listing().path("tier").asText());
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + PATIENCE);
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static void report(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        System.out.printf(
                "From the fifteenth license's 201 to premier in the directory, %d partners:%n"
                        + "  median %d ms   p90 %d ms   p99 %d ms   slowest %d ms%n",
                sorted.size(),
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                percentile(sorted, 100));
    }

    private static long percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1).toMillis();
    }
}
