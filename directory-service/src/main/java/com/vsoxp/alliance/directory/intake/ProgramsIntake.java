package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.directory.tier.LearnTiers;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Newly published versions of the program. */
@ApplicationScoped
public class ProgramsIntake implements Replayable {

    @Inject
    LearnTiers learnTiers;

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.eligibility");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        apply(events);
    }

    /** Listings whose tier is called otherwise are told of by who looks after the time. */
    @Override
    public Set<UUID> apply(List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> event.type().equals("alliance.program.published"))
                .map(event -> event.dataAs(ProgramPublished.class).tiersSaidBy(event))
                .toList()
                .forEach(learnTiers::learn);
        return Set.of();
    }
}
