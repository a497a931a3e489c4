package com.vsoxp.alliance.platform.rebuild;

import java.sql.Connection;
import java.sql.SQLException;

/** What a service does to build anew what it knows. A service that has such a bean can be rebuilt. */
public interface RebuildWork {

    /** Hears how far it is. */
    interface Progress {

        /**
         * It is there now.
         *
         * @param phase what it is at, as callers see it
         * @param percent of the whole
         */
        void at(String phase, int percent);
    }

    /**
     * Does all of it. If it throws anything but a {@code JobEndedException}, nothing is to have changed.
     *
     * @param locked the connection by whose lock no other replica begins; the work may use it
     * @return what it came to; callers see it as JSON
     * @throws com.vsoxp.alliance.platform.job.JobEndedException if it cannot go on; the
     *     message says what has become of it
     */
    Object run(Connection locked, Progress progress) throws SQLException;
}
