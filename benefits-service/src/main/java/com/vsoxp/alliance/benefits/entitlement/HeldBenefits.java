package com.vsoxp.alliance.benefits.entitlement;

import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What a partner may use on a day of some benefits, and what gives it.
 *
 * @param suspended whether everything is held back now, whatever the day
 * @param program the version of the program that governs that day; null if no tier is held
 * @param tier the tier held on that day; null if none is
 * @param values by the benefit's code; empty if no tier is held
 */
public record HeldBenefits(boolean suspended, String program, String tier, Map<String, BenefitValue> values) {

    /**
     * Reads them, at the cost of two look-ups.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner
     */
    public static HeldBenefits require(UUID partnerId, LocalDate day, Collection<String> codes) {
        var holder = Holder.known(partnerId);
        var suspended = holder.status == EnrollmentStatus.SUSPENDED;
        var values = Entitlement.on(day, partnerId, codes).stream()
                .collect(toMap(entitlement -> entitlement.code, entitlement -> entitlement.value));
        if (values.isEmpty()) {
            return new HeldBenefits(suspended, null, null, values);
        }
        if (!holder.effectiveOn.isAfter(day)) {
            return new HeldBenefits(suspended, holder.programVersion, holder.tier, values);
        }
        // What the partner follows now begins on a day to come: another state governs until then.
        return EnrollmentRecord.governing(partnerId, day)
                .map(governing -> new HeldBenefits(suspended, governing.programVersion, governing.tier, values))
                .orElseThrow();
    }

    /** Whether a tier is held on that day, be it held back. */
    public boolean holdsTier() {
        return tier != null;
    }
}
