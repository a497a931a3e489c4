package com.vsoxp.alliance.eligibility.rehearsal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a long job from being felt: it rests for a share of the time, and begins nothing while anybody waits for an answer, unless
 * that never ends.
 */
final class Throttle {

    private static final long LONGEST_YIELD = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long BETWEEN_LOOKS = TimeUnit.MICROSECONDS.toNanos(500);

    private final int share;
    private final LiveCalls calls;
    private long began = System.nanoTime();

    /** Works at most this many percent of the time. */
    Throttle(int share, LiveCalls calls) {
        this.share = share;
        this.calls = calls;
    }

    /** A piece of work is done. */
    void rest() {
        long worked = System.nanoTime() - began;
        if (share < 100) {
            LockSupport.parkNanos(worked * (100 - share) / share);
        }
        long latest = System.nanoTime() + LONGEST_YIELD;
        while (calls.any() && System.nanoTime() < latest) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        began = System.nanoTime();
    }
}
