package com.vsoxp.alliance.directory.listing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether a partner is entitled to be listed, and as what.
 *
 * @param sequence its place among the partner's entitlements; of two the one with the higher sequence holds
 * @param status the enrollment's, such as SUSPENDED: why it is not entitled, if it is not
 * @param tier the tier held, or the last one held; never null while it is entitled
 * @param since the first day it has been entitled without a break; null if it is not
 */
public record Entitled(UUID partnerId, long sequence, boolean entitled, String status, String tier, LocalDate since) {}
