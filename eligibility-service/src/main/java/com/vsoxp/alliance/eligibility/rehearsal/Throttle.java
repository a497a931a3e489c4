package com.vsoxp.alliance.eligibility.rehearsal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps a long job to its share of the time: whoever works steps on it often, and rests when it says so. */
final class Throttle {

    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int STEPS_BETWEEN_LOOKS = 1_000;

    private final int share;
    private int steps;
    private long began = System.nanoTime();

    /** Works this many percent of the time. */
    Throttle(int share) {
        this.share = share;
    }

    /** A small piece of work is done. */
    void step() {
        if (++steps < STEPS_BETWEEN_LOOKS || share >= 100) {
            return;
        }
        steps = 0;
        long worked = System.nanoTime() - began;
        if (worked >= TURN) {
            LockSupport.parkNanos(worked * (100 - share) / share);
            began = System.nanoTime();
        }
    }
}
