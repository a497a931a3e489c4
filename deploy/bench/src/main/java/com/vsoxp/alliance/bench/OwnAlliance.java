package com.vsoxp.alliance.bench;

import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.LocalSettings;
import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** An alliance of a benchmark's own, on free ports and in a folder of its own: whatever runs on the machine beside it is not touched. */
public final class OwnAlliance {

    /**
     * What is done with it.
     *
     * @param <R> what comes of that
     */
    @FunctionalInterface
    public interface Work<R> {

        /** Does it, with room for files in the folder. */
        R with(LocalAlliance alliance, Path folder) throws Exception;
    }

    private OwnAlliance() {}

    /**
     * Starts one, works with it, and ends it. Its folder goes too, hundreds of megabytes; if the work fails it stays, with the logs.
     *
     * @param root the repository
     * @param how what is special about it; its services have 512 MB of heap unless told
     */
    public static <R> R use(Path root, UnaryOperator<LocalSettings> how, Work<R> work) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(root.resolve("deploy/bench/target")), "state-");
        LocalSettings settings =
                how.apply(LocalSettings.of(root).stateIn(folder).onFreePorts().heapMegabytes(512));
        R outcome;
        try (LocalAlliance alliance = LocalAlliance.start(settings)) {
            outcome = work.with(alliance, folder);
        }
        Infrastructure.delete(folder);
        return outcome;
    }
}
