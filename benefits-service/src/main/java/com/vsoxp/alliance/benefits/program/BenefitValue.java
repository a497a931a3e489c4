package com.vsoxp.alliance.benefits.program;

import java.math.BigDecimal;

/**
 * What a benefit is worth: a discount in percent, or one of the words of the program's benefit table.
 *
 * <p>In JSON a discount is {@code {"percent": 25}} and a word stands as a string.
 */
public sealed interface BenefitValue {

    /** A discount off the list price, 0 to 100 percent. */
    record Percent(BigDecimal percent) implements BenefitValue {

        private static final BigDecimal WHOLE = new BigDecimal(100);

        public Percent {
            if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
                throw new IllegalArgumentException("a discount lies between 0 and 100 percent, not at " + percent);
            }
            percent = percent.stripTrailingZeros();
            if (percent.scale() < 0) {
                percent = percent.setScale(0);
            }
        }

        @Override
        public String text() {
            return percent.toPlainString() + "%";
        }
    }

    /** The words of the benefit table. */
    enum Term implements BenefitValue {
        INCLUDED,
        FEE_BASED,
        NOT_AVAILABLE;

        @Override
        public String text() {
            return name();
        }
    }

    /** The value in one word: {@code 25%} or {@code INCLUDED}; {@link #parse} reads it back. */
    String text();

    /** @throws IllegalArgumentException if the text is neither a percentage nor a known word */
    static BenefitValue parse(String text) {
        return text.endsWith("%")
                ? new Percent(new BigDecimal(text.substring(0, text.length() - 1)))
                : Term.valueOf(text);
    }
}
