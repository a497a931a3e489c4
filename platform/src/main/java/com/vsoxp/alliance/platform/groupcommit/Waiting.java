package com.vsoxp.alliance.platform.groupcommit;

import java.util.concurrent.CompletableFuture;

/** A request between its arrival and its commit. */
record Waiting<T, R>(T wanted, CompletableFuture<R> answer) {

    Waiting(T wanted) {
        this(wanted, new CompletableFuture<>());
    }
}
