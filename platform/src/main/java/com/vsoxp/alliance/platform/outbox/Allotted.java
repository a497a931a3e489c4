package com.vsoxp.alliance.platform.outbox;

/** Places in a stream that a transaction has taken: as many as it asked for, up to the last. */
public record Allotted(EventStream stream, long count, long last) {}
