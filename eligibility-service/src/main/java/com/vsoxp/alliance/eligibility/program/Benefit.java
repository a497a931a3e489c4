package com.vsoxp.alliance.eligibility.program;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A row of the source's table of partner benefits.
 *
 * @param interpretation how an open point of the source is read; null where the source is plain
 * @param values by tier code; every tier of the program has one
 */
public record Benefit(String code, String title, String interpretation, Map<String, Value> values) {

    public Benefit {
        values = Map.copyOf(values);
    }

    /** What a tier is given. */
    public sealed interface Value {}

    /** A discount in percent of the list price; 25.0 and 25 are the same. */
    public record Percent(BigDecimal percent) implements Value {

        public Percent {
            BigDecimal stripped = percent.stripTrailingZeros();
            percent = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** A benefit that is given, sold, or withheld as a whole. */
    public enum Terms implements Value {
        INCLUDED,
        FEE_BASED,
        NOT_AVAILABLE
    }
}
