package com.vsoxp.alliance.eligibility.standing;

import java.time.LocalDate;

/**
 * A change of standing on a day.
 *
 * @param movement what it does to the tier, or would do once approved
 * @param requiresApproval whether the movement waits for a program manager
 */
public record Move(LocalDate on, Standing from, Standing to, Movement movement, boolean requiresApproval) {

    /** The tier the partner moves to, or would once approved; null if it loses its last. */
    public String tier() {
        return requiresApproval ? to.pendingTier() : to.tier();
    }
}
