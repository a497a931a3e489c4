package com.vsoxp.alliance.eligibility.standing.rules;

import java.time.LocalDate;

/**
 * A change of standing on a day.
 *
 * @param movement what it does to the tier, or would do once approved
 * @param requiresApproval whether the movement waits for a program manager
 */
public record Move(LocalDate on, Standing from, Standing to, Movement movement, boolean requiresApproval) {

    /** A look on a day that moved nothing. */
    public static Move none(Standing standing, LocalDate on) {
        return new Move(on, standing, standing, Movement.NONE, false);
    }

    /** The tier the partner moves to, or would once approved; null if it loses its last. */
    public String tier() {
        return requiresApproval ? to.pendingTier() : to.tier();
    }

    /** Whether the tier moves or may be approved, or an approval that was asked for is not wanted any more. */
    public boolean concernsTier() {
        boolean dropped = from.pendingTier() != null && to.pendingTier() == null && !to.holds(from.pendingTier());
        return movement != Movement.NONE || dropped;
    }

    /** Whether anything but a pending promotion changed about a tier that is held. */
    public boolean concernsStanding() {
        return to.tier() != null && !to.pending(null).equals(from.pending(null));
    }
}
