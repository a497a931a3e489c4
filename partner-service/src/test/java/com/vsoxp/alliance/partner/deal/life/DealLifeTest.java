package com.vsoxp.alliance.partner.deal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealLifeTest {

    private static final Map<DealStatus, Map<DealMove, DealStatus>> WAYS = Map.of(
            DealStatus.REGISTERED,
                    Map.of(
                            DealMove.CHANGE, DealStatus.REGISTERED,
                            DealMove.APPROVE, DealStatus.APPROVED,
                            DealMove.REJECT, DealStatus.REJECTED,
                            DealMove.EXPIRE, DealStatus.EXPIRED),
            DealStatus.APPROVED,
                    Map.of(
                            DealMove.CHANGE, DealStatus.APPROVED,
                            DealMove.EXPIRE, DealStatus.EXPIRED,
                            DealMove.CONVERT, DealStatus.CONVERTED));

    @ParameterizedTest
    @EnumSource
    void everyMoveLeadsWhereItShouldOrIsRefusedNamingTheState(DealStatus from) {
        for (DealMove move : DealMove.values()) {
            DealStatus to = WAYS.getOrDefault(from, Map.of()).get(move);
            if (to == null) {
                assertThatThrownBy(() -> DealLife.after(from, move))
                        .isInstanceOf(ImpossibleDealMoveException.class)
                        .hasMessageContaining(from.name());
            } else {
                assertThat(DealLife.after(from, move)).isEqualTo(to);
            }
        }
    }
}
