package com.vsoxp.alliance.benefits.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenefitValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"0%", "12.5%", "33%", "100%", "INCLUDED", "FEE_BASED", "NOT_AVAILABLE"})
    void whatIsWrittenIsReadBack(String text) {
        assertThat(BenefitValue.parse(text).text()).isEqualTo(text);
    }

    @Test
    void fiftyPercentAreFiftyPercentHoweverTheyAreWritten() {
        assertThat(new Percent(new BigDecimal("50.00"))).isEqualTo(new Percent(new BigDecimal("5E+1")));
        assertThat(new Percent(new BigDecimal("50.00")).percent()).hasToString("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01"})
    void aDiscountLiesBetweenNothingAndAll(String percent) {
        assertThatThrownBy(() -> new Percent(new BigDecimal(percent))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThatThrownBy(() -> BenefitValue.parse("FREE")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTierWithoutACellDoesNotGetTheBenefit() {
        assertThat(Program20.matrix().valuesFor("GUEST").values()).containsOnly(Term.NOT_AVAILABLE);
    }
}
