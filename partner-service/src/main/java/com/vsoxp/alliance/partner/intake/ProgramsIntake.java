package com.vsoxp.alliance.partner.intake;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.tier.LearnTiers;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Takes newly published versions of the program. Its own intake beside the one for findings, so that it hears the topic
 * from its beginning: versions may have been published before this service asked for them.
 */
@ApplicationScoped
public class ProgramsIntake implements Intake {

    private final LearnTiers learnTiers;

    ProgramsIntake(LearnTiers learnTiers) {
        this.learnTiers = learnTiers;
    }

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AllianceTopics.ELIGIBILITY);
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> event.type().equals("alliance.program.published"))
                .map(event -> event.dataAs(ProgramPublished.class).tiersSaidBy(event))
                .forEach(learnTiers::learn);
    }
}
