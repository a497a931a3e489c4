package com.vsoxp.alliance.eligibility.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something said about a fact. What was said with the higher sequence holds, in whatever order it is heard: a fact
 * recorded again after its withdrawal counts again.
 */
public sealed interface FactChange {

    UUID partnerId();

    UUID factId();

    /** The place among all that its producer says about the partner. */
    long sequence();

    /** When its producer recorded it, which is since when it could be known. */
    Instant knownAt();

    /** It happened, or is now said to have happened otherwise. */
    record Recorded(UUID partnerId, Fact fact, long sequence, Instant knownAt, SalePrice price) implements FactChange {

        /** Of something that has no list price. */
        public Recorded(UUID partnerId, Fact fact, long sequence, Instant knownAt) {
            this(partnerId, fact, sequence, knownAt, SalePrice.NONE);
        }

        @Override
        public UUID factId() {
            return fact.id();
        }
    }

    /** From this day on it counts no longer. */
    record Withdrawn(UUID partnerId, UUID factId, String kind, LocalDate on, long sequence, Instant knownAt)
            implements FactChange {}
}
