package com.vsoxp.alliance.benefits.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vsoxp.alliance.benefits.program.BenefitValue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The event {@code alliance.entitlements.changed}: all that the partner is entitled to from {@code effectiveOn} on.
 *
 * @param status {@code ACTIVE}, {@code SUSPENDED}, or how the enrollment ended; then {@code entitlements} is empty
 * @param tier the tier held; null if none is
 */
public record EntitlementsChanged(
        UUID partnerId,
        EnrollmentStatus status,
        String tier,
        String programVersion,
        LocalDate effectiveOn,
        List<Item> entitlements) {

    static final String TOPIC = "alliance.benefits";
    static final String TYPE = "alliance.entitlements.changed";

    /** One benefit; {@code withheld} is there only throughout a suspension. */
    public record Item(
            String code,
            BenefitValue value,
            @JsonInclude(JsonInclude.Include.NON_NULL) BenefitValue withheld,
            LocalDate since) {}

    static EntitlementsChanged of(UUID partnerId, Standing standing, List<Grant> open) {
        return new EntitlementsChanged(
                partnerId,
                standing.status(),
                standing.gives() ? standing.tier() : null,
                standing.programVersion(),
                standing.from(),
                open.stream()
                        .map(grant -> new Item(grant.code(), grant.value(), grant.withheld(), grant.since()))
                        .toList());
    }
}
