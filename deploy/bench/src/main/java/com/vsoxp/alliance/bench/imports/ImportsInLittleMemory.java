package com.vsoxp.alliance.bench.imports;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.bench.meter.Memory;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Imports a file of partners and one of their sales into a partner-service whose heap is small, then both again, which has
 * to change nothing. The other three services are not there: they are other machines' work.
 *
 * <p>Arguments: the repository, how many lines each file has.
 */
public final class ImportsInLittleMemory {

    private static final int HEAP_MEGABYTES = 128;
    private static final long MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final LocalAlliance alliance;
    private final PostgresServer postgres;
    private final Upload upload;

    private ImportsInLittleMemory(LocalAlliance alliance) throws IOException {
        this.alliance = alliance;
        this.postgres = alliance.infrastructure().postgres();
        this.upload = new Upload(
                alliance.url(AllianceService.PARTNER), alliance.tokens().token(Role.CRM));
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(
                Path.of(args[0]),
                settings -> settings.only(AllianceService.PARTNER)
                        .heapMegabytes(HEAP_MEGABYTES)
                        .optimizing()
                        .telling(System.out::println),
                (alliance, folder) -> {
                    new ImportsInLittleMemory(alliance).run(new ImportFiles(folder, Integer.parseInt(args[1])));
                    return null;
                });
    }

    private void run(ImportFiles files) throws Exception {
        Path partners = files.partners();
        Path sales = files.sales();
        System.out.printf(
                "partners %d MB, sales %d MB%n", megabytes(Files.size(partners)), megabytes(Files.size(sales)));
        try (Memory memory = new Memory(alliance.url(AllianceService.PARTNER))) {
            send("partners", partners, "/v1/imports/partners");
            send("sales", sales, "/v1/imports/sales");
            Recorded once = Recorded.in(postgres);
            send("partners again", partners, "/v1/imports/partners");
            send("sales again", sales, "/v1/imports/sales");
            Recorded twice = Recorded.in(postgres);
            System.out.printf(
                    "heap: at most %d of %d MB seen in use, garbage included; resident at most %d MB%n",
                    megabytes(memory.mostHeap()),
                    HEAP_MEGABYTES,
                    megabytes(Memory.mostResident(alliance.pid(AllianceService.PARTNER))));
            System.out.println(once.equals(twice) ? "again changed nothing: " + once : once + " became " + twice);
        }
    }

    /** The rate ends with the last result; the processor's part ends when all that is new has been told and taken into the feed. */
    private void send(String name, Path file, String path) throws Exception {
        Duration service = service();
        Duration database = database();
        Upload.Results results = upload.send(file, path);
        awaitTold();
        System.out.printf(
                "%-15s %7.0f lines/s   %5.0f us of service + %5.0f us of database a line   %s%n",
                name,
                results.lines() * 1e9 / results.time().toNanos(),
                perLine(service().minus(service), results),
                perLine(database().minus(database), results),
                results.effects());
    }

    private void awaitTold() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Recorded.isTold(postgres)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not told within " + PATIENCE);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.PARTNER));
    }

    private Duration database() {
        return Cpu.of(postgres.pid());
    }

    private static double perLine(Duration time, Upload.Results results) {
        return time.toNanos() / 1e3 / results.lines();
    }

    private static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
