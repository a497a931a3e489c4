package com.vsoxp.alliance.directory.intake;

import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.directory.listing.Entitled;
import com.vsoxp.alliance.directory.listing.FollowEntitlements;
import com.vsoxp.alliance.directory.publication.TellListings;
import com.vsoxp.alliance.directory.story.TellStories;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who is entitled to be listed. */
@ApplicationScoped
public class BenefitsIntake implements Replayable {

    @Inject
    FollowEntitlements followEntitlements;

    @Inject
    TellListings tellListings;

    @Inject
    TellStories tellStories;

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
        var partners = apply(events);
        tellListings.tell(partners);
        tellStories.tell(partners);
    }

    @Override
    public Set<UUID> apply(List<ReceivedEvent> events) {
        var entitlements = events.stream()
                .filter(event -> event.type().equals("alliance.entitlements.changed"))
                .map(event -> event.dataAs(EntitlementsChanged.class).entitledSaidBy(event))
                .toList();
        followEntitlements.follow(entitlements);
        return entitlements.stream().map(Entitled::partnerId).collect(toSet());
    }
}
