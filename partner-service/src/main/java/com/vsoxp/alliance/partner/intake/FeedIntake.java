package com.vsoxp.alliance.partner.intake;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.feed.keeping.AppendToFeed;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Takes the other services' events for those who read them over HTTP; this service's own are moved there from the outbox. */
@ApplicationScoped
public class FeedIntake implements Intake {

    private final AppendToFeed appendToFeed;

    FeedIntake(AppendToFeed appendToFeed) {
        this.appendToFeed = appendToFeed;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AllianceTopics.ELIGIBILITY, AllianceTopics.BENEFITS);
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        appendToFeed.append(events);
    }
}
