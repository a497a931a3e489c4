package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.directory.listing.FollowEntitlements;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Who is entitled to be listed. */
@ApplicationScoped
public class BenefitsIntake implements Intake {

    @Inject
    FollowEntitlements followEntitlements;

    @Override
    public String name() {
        return "benefits";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.benefits");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        followEntitlements.follow(events.stream()
                .filter(event -> event.type().equals("alliance.entitlements.changed"))
                .map(event -> event.dataAs(EntitlementsChanged.class).entitledSaidBy(event))
                .toList());
    }
}
