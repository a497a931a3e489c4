package com.vsoxp.alliance.benefits.program;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benefit table of one published version of the program: a row per benefit, a column per tier, in the document's order.
 *
 * @param timeZone the zone in which the program cuts its days
 * @param effectiveFrom the first day on which it is in force; null if that is not known
 */
public record BenefitMatrix(String version, ZoneId timeZone, LocalDate effectiveFrom, List<Benefit> benefits) {

    /** One row of the table; a tier without a cell does not get the benefit. */
    public record Benefit(String code, String title, Map<String, BenefitValue> values) {

        BenefitValue at(String tier) {
            return values.getOrDefault(tier, BenefitValue.Term.NOT_AVAILABLE);
        }
    }

    /** Every benefit's value for the tier, in the document's order. */
    public Map<String, BenefitValue> valuesFor(String tier) {
        var values = new LinkedHashMap<String, BenefitValue>();
        benefits.forEach(benefit -> values.put(benefit.code(), benefit.at(tier)));
        return values;
    }
}
