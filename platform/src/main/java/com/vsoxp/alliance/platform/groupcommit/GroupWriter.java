package com.vsoxp.alliance.platform.groupcommit;

import java.util.List;

/**
 * Writes a group in one transaction.
 *
 * @param <T> what a request wants written
 * @param <R> what it is answered
 */
@FunctionalInterface
public interface GroupWriter<T, R> {

    /**
     * Returns the answers in the order of the group once it is committed, or throws if the group as a whole could not be written.
     *
     * @param underway to be run by this thread when little more than to wait for the database is left: the next group begins then. Who
     *     does not run it lets the next wait for the end.
     */
    List<R> write(List<T> group, Runnable underway);
}
