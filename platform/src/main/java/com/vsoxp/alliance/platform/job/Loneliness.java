package com.vsoxp.alliance.platform.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells a job that is said to run from one whose replica has ended. */
public final class Loneliness {

    private final DataSource database;
    private final String job;
    private UUID alone;

    /** Of jobs of this kind. */
    public Loneliness(DataSource database, String job) {
        this.database = database;
        this.job = job;
    }

    /**
     * Looks whether somebody is at the running job.
     *
     * @param running null if none is
     * @return whether nobody was at it the last time either: between its start and its lock a job is alone for a moment
     */
    public boolean isAbandoned(UUID running) throws SQLException {
        if (running == null) {
            alone = null;
            return false;
        }
        try (Connection connection = database.getConnection()) {
            boolean before = running.equals(alone);
            alone = JobLock.isFree(connection, job) ? running : null;
            return before && alone != null;
        }
    }
}
