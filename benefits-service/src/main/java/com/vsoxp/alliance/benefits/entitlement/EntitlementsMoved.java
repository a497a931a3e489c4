package com.vsoxp.alliance.benefits.entitlement;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Told within the service, in the transaction that moves them: what these partners are entitled to is another than before from
 * that day on.
 *
 * @param since the first such day, by partner
 */
public record EntitlementsMoved(Map<UUID, LocalDate> since) {}
