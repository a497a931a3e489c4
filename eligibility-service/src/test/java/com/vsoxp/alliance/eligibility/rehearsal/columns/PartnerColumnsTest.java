package com.vsoxp.alliance.eligibility.rehearsal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import java.time.LocalDate;
import java.util.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartnerColumnsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Currency USD = Currency.getInstance("USD");

    private final Demands demands = Demands.of(BundledProgram.VERSION_2, DAY);
    private final PartnerColumns columns = new PartnerColumns(demands, 1);
    private final int partner =
            columns.add(1, 2, Status.GOOD, "RESELLER", null, PartnerColumns.NO_DAY, BundledProgram.VERSION_2.version());

    @Test
    void whatIsReportedBeyondAllMeasureIsAsMuchAsCanBeCounted() {
        for (int time = 0; time < 2; time++) {
            int paidOn = Demands.toNumber(DAY);
            columns.count(partner, "FEE_PAYMENT", paidOn, Integer.MAX_VALUE, 1, Long.MAX_VALUE, USD);
            columns.sell(partner, USD, Long.MAX_VALUE);
        }

        assertThat(columns.reached(requirement("PROGRAM_FEE"), partner)).isEqualTo(Long.MAX_VALUE);
        assertThat(columns.sales(partner)).containsEntry(USD, Long.MAX_VALUE);
    }

    private int requirement(String code) {
        return IntStream.range(0, demands.requirements().size())
                .filter(number -> demands.requirements().get(number).code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
