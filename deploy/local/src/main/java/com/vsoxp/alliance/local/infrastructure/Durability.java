package com.vsoxp.alliance.local.infrastructure;

/** What a commit of PostgreSQL promises. */
public enum Durability {
    /** A committed transaction outlives a crash of process and machine. */
    KEPT("on"),
    /** For tests whose data is thrown away: a crash of the machine may lose it. */
    EPHEMERAL("off");

    final String sync;

    Durability(String sync) {
        this.sync = sync;
    }
}
