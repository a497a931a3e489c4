package com.vsoxp.alliance.benefits;

import java.util.UUID;

/** Partners in a standing, once this service has taken it in. */
public final class Partners {

    private static final String SINCE = "2026-01-12";

    private Partners() {}

    public static UUID reseller() {
        return holding("RESELLER");
    }

    public static UUID premier() {
        return holding("PREMIER");
    }

    /** Whoever has it was registered by fact 1 and holds the tier by fact 3. */
    public static UUID holding(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, SINCE);
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals(tier));
        return partner;
    }

    /** Suspends a partner by its next fact. */
    public static void suspend(UUID partner, long sequence, String tier) {
        Said.suspended(partner, sequence, tier, SINCE);
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("SUSPENDED"));
    }

    /** Reinstates a suspended partner by its next fact. */
    public static void reinstate(UUID partner, long sequence, String tier) {
        Said.active(partner, sequence, tier, SINCE);
        Said.awaitEntitlements(
                partner,
                said -> said.get("status").asText().equals("ACTIVE")
                        && said.get("sequence").asLong() > 2);
    }

    /** Ends a partner's enrollment today, by its next fact. */
    public static void terminate(UUID partner, long sequence, String today) {
        Said.terminated(partner, sequence, today);
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("TERMINATED"));
    }
}
