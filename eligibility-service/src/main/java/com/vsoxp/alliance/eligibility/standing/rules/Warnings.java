package com.vsoxp.alliance.eligibility.standing.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When those who listen are told of a loss ahead: so many days before it, each warning once. Pure: what was told last is
 * passed in. A loss that comes sooner than was told is told at once; one that moved away is told when a day of warning of
 * its own has come since. So a date that moves back and forth is told once each way, and no more.
 *
 * @param daysBefore how many days before a loss to tell of it, for instance 90, 30 and 7
 */
public record Warnings(List<Integer> daysBefore) {

    /**
     * What was told last.
     *
     * @param lossOn the day of the loss as it was told
     * @param at the day it was told on
     */
    public record Told(LocalDate lossOn, LocalDate at) {}

    /** What is to be said now. */
    public enum Notice {
        NOTHING,
        LOSS_AHEAD,
        /** The loss that was told of is not ahead any more, or lies beyond the first day of warning again. */
        LOSS_AVERTED
    }

    public Warnings {
        daysBefore = daysBefore.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** The loss, if it is so near that those who listen are to know of it. */
    public Optional<Loss> near(Optional<Loss> loss, LocalDate today) {
        return loss.filter(ahead -> lastWarning(ahead.on(), today).isPresent());
    }

    /**
     * What is to be said today.
     *
     * @param told what was told last; empty if nothing, or if it was averted since
     * @param loss the loss foreseen today
     */
    public Notice notice(Optional<Told> told, Optional<Loss> loss, LocalDate today) {
        Optional<Loss> near = near(loss, today);
        if (near.isEmpty()) {
            return told.isPresent() ? Notice.LOSS_AVERTED : Notice.NOTHING;
        }
        LocalDate on = near.get().on();
        boolean isNew = told.map(before -> on.isBefore(before.lossOn())
                        || lastWarning(on, today).orElseThrow().isAfter(before.at()))
                .orElse(true);
        return isNew ? Notice.LOSS_AHEAD : Notice.NOTHING;
    }

    /** The next day after this one on which time alone makes a warning due; empty for never. */
    public Optional<LocalDate> nextNoticeAfter(LocalDate day, Optional<Loss> loss) {
        if (loss.isPresent()) {
            for (int days : daysBefore) {
                LocalDate warning = loss.get().on().minusDays(days);
                if (warning.isAfter(day)) {
                    return Optional.of(warning);
                }
            }
        }
        return Optional.empty();
    }

    /** The latest day of warning that has come. */
    private Optional<LocalDate> lastWarning(LocalDate lossOn, LocalDate today) {
        for (int days : daysBefore.reversed()) {
            LocalDate warning = lossOn.minusDays(days);
            if (!warning.isAfter(today)) {
                return Optional.of(warning);
            }
        }
        return Optional.empty();
    }
}
