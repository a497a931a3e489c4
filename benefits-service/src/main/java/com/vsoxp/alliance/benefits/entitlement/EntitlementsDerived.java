package com.vsoxp.alliance.benefits.entitlement;

import java.util.Set;
import java.util.UUID;

/** Said within this service, and within the transaction: the entitlements of these partners were derived, and may have changed. */
public record EntitlementsDerived(Set<UUID> partners) {}
