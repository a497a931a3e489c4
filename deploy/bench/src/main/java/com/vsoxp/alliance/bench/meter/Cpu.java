package com.vsoxp.alliance.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Processor time of a process with all its children, those that have ended and were waited for included. Read from
 * {@code /proc}, so on Linux alone.
 */
public final class Cpu {

    // Of the fields after the command's closing bracket: own user and system time, then that of children waited for.
    private static final int FIRST = 11;
    private static final int LAST = 14;
    // The kernel's USER_HZ, the same on every architecture that Java runs on.
    private static final long TICKS_PER_SECOND = 100;

    private Cpu() {}

    /** The time used so far. */
    public static Duration of(long pid) {
        long ticks = LongStream.concat(
                        LongStream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(ProcessHandle::pid))
                .map(Cpu::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST; i <= LAST; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                // It ended between the two looks: from now on its parent's figures hold its time.
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }
}
