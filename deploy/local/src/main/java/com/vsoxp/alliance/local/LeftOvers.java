package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import com.vsoxp.alliance.local.infrastructure.LeftOverPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Processes of a run whose launcher was killed. */
public final class LeftOvers {

    private static final int SECONDS_TO_STOP = 20;

    private LeftOvers() {}

    /**
     * Ends what an earlier run in this state folder left behind, and nothing else. The caller knows that its launcher is gone.
     *
     * @return whether there was anything to end
     */
    public static boolean end(Path state) {
        boolean postgres = LeftOverPostgres.end(Infrastructure.postgresDirectory(state.resolve("data")));
        var run = RunRecord.read(state);
        var services = run.map(RunRecord::aliveServices).orElseGet(Map::of).values();
        services.forEach(ProcessHandle::destroy);
        services.forEach(process -> process.onExit()
                .completeOnTimeout(process, SECONDS_TO_STOP, TimeUnit.SECONDS)
                .thenAccept(ProcessHandle::destroyForcibly)
                .join());
        run.ifPresent(RunRecord::erase);
        return postgres || !services.isEmpty();
    }
}
