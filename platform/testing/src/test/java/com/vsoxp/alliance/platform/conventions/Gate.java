package com.vsoxp.alliance.platform.conventions;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request in the middle of its transaction until a test lets it go on. */
final class Gate {

    private static volatile CountDownLatch entered = new CountDownLatch(1);
    private static volatile CountDownLatch opened = new CountDownLatch(1);

    private Gate() {}

    static void pass() {
        entered.countDown();
        await(opened);
    }

    static void awaitSomebody() {
        await(entered);
    }

    static void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
