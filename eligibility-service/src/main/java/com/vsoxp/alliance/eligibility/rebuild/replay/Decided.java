package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.vsoxp.alliance.eligibility.standing.rules.Movement;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner's standing in an enrollment as this service told it, decision by decision. Every move is told, so that the last word of each kind
 * gives the standing as it was decided, without deciding anything again.
 */
final class Decided {

    static final String TIER_QUALIFIED = "alliance.tier.qualified";
    static final String STANDING_CHANGED = "alliance.standing.changed";

    /** An event of either type. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Told(
            UUID enrollmentId,
            String programVersion,
            String tier,
            Movement movement,
            boolean requiresApproval,
            LocalDate effectiveOn,
            StandingTold standing) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StandingTold(
            Standing.Status status,
            String tier,
            LocalDate since,
            LocalDate cureEndsOn,
            List<String> unmet,
            LossTold lossForeseen) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LossTold(LocalDate on, long daysLeft) {}

    private Standing standing;
    private String programVersion;
    private Optional<Warnings.Told> lossTold = Optional.empty();

    /**
     * @param initial how the enrollment began
     * @param programVersion under which version of the program
     */
    Decided(Standing initial, String programVersion) {
        this.standing = initial;
        this.programVersion = programVersion;
    }

    /** The next event about the enrollment. */
    void hear(String type, Told told) {
        // What is told of a tier tells the version too; a partner that moves over always hears of its tier.
        programVersion = told.programVersion() == null ? programVersion : told.programVersion();
        if (type.equals(STANDING_CHANGED)) {
            changed(told.standing());
        } else if (told.requiresApproval()) {
            standing = standing.pending(told.tier());
        } else if (told.movement() == Movement.LAPSE) {
            standing = Standing.lapsed(told.effectiveOn());
            lossTold = Optional.empty();
        } else {
            standing = standing.pending(null);
        }
    }

    /** The version of the program by which it was decided last. */
    String programVersion() {
        return programVersion;
    }

    Standing standing() {
        return standing;
    }

    /** The loss ahead that was told of last, unless it was averted. */
    Optional<Warnings.Told> lossTold() {
        return lossTold;
    }

    private void changed(StandingTold told) {
        String pending =
                told.tier() != null && told.tier().equals(standing.pendingTier()) ? null : standing.pendingTier();
        standing = new Standing(told.status(), told.tier(), pending, told.since(), told.cureEndsOn(), told.unmet());
        lossTold = Optional.ofNullable(told.lossForeseen())
                .map(loss -> new Warnings.Told(loss.on(), loss.on().minusDays(loss.daysLeft())));
    }
}
