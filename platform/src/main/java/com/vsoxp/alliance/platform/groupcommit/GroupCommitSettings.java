package com.vsoxp.alliance.platform.groupcommit;

import java.time.Duration;

/**
 * The limits of a lane.
 *
 * @param largestGroup how many are written in one transaction at most
 * @param waitingLimit how many may wait for one; beyond that callers are told to come back
 * @param gatherFor how long the first of a group waits for company, if the group before had any
 */
public record GroupCommitSettings(int largestGroup, int waitingLimit, Duration gatherFor) {

    public GroupCommitSettings {
        if (largestGroup < 1 || waitingLimit < 1) {
            throw new IllegalArgumentException("A group and its queue hold at least one");
        }
    }
}
