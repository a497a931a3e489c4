package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import com.vsoxp.alliance.local.infrastructure.LeftOverPostgres;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Processes of a run whose launcher was killed. */
public final class LeftOvers {

    private static final int SECONDS_TO_STOP = 5;

    private LeftOvers() {}

    /**
     * Ends what an earlier run in this state folder left behind, and nothing else. The caller knows that its launcher is gone.
     *
     * @return whether there was anything to end
     */
    public static boolean end(Path state) {
        var run = RunRecord.read(state);
        var services = run.map(RunRecord::aliveServices).orElseGet(Map::of).values();
        end(services);
        boolean postgres = LeftOverPostgres.end(Infrastructure.postgresDirectory(state.resolve("data")));
        run.ifPresent(RunRecord::erase);
        return postgres || !services.isEmpty();
    }

    /** They have lost their broker already and may wait for it: whatever they hold is safe in the database, so they need not. */
    private static void end(Collection<ProcessHandle> services) {
        services.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(services.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, SECONDS_TO_STOP, TimeUnit.SECONDS)
                .join();
        services.forEach(ProcessHandle::destroyForcibly);
        services.forEach(service -> service.onExit().join());
    }
}
