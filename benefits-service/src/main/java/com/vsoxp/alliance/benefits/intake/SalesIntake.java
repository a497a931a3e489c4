package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.intake.SaleMessages.SaleMoved;
import com.vsoxp.alliance.benefits.intake.SaleMessages.SaleRecorded;
import com.vsoxp.alliance.benefits.intake.SaleMessages.SaleReversed;
import com.vsoxp.alliance.benefits.sale.FollowSales;
import com.vsoxp.alliance.benefits.sale.SaleChange;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sales, what came back of them, and where they went when records were merged. */
@ApplicationScoped
public class SalesIntake implements Intake {

    @Inject
    FollowSales followSales;

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.sales");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        followSales.follow(events.stream().flatMap(SalesIntake::changeIn).toList());
    }

    private static Stream<SaleChange> changeIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.sale.recorded" ->
                Stream.of(event.dataAs(SaleRecorded.class).changeSaidBy(event));
            case "alliance.sale.reversed" ->
                Stream.of(event.dataAs(SaleReversed.class).changeSaidBy(event));
            case "alliance.sale.moved" ->
                Stream.of(event.dataAs(SaleMoved.class).changeSaidBy(event));
            default -> Stream.empty();
        };
    }
}
