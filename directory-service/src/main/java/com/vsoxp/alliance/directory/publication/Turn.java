package com.vsoxp.alliance.directory.publication;

/** How those who tell the world something take turns. */
public final class Turn {

    /** Where a replica listens for what was told, on whichever replica. */
    public static final String CHANNEL = "directory_told";

    /**
     * Waits for the turn and keeps it to the commit: positions are given out in the order of commits, so who has seen one has
     * seen all smaller ones. Replicas are called when it commits: once, however much is told. No other code may use this lock.
     */
    public static final String TAKE = "select pg_advisory_xact_lock(20040106), pg_notify('" + CHANNEL + "', '')";

    /** Calls the replicas at the commit, without a turn: what they show may be otherwise though no listing is. */
    public static final String CALL = "select cast(pg_notify('" + CHANNEL + "', '') as text)";

    private Turn() {}
}
