package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.entitlement.GrantUnderProgram;
import com.vsoxp.alliance.benefits.program.LearnProgram;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Newly published versions of the program. */
@ApplicationScoped
public class EligibilityIntake implements Intake {

    @Inject
    LearnProgram learnProgram;

    @Inject
    GrantUnderProgram grantUnderProgram;

    @Override
    public String name() {
        return "eligibility";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.eligibility");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> event.type().equals("alliance.program.published"))
                .forEach(this::takeProgram);
    }

    private void takeProgram(ReceivedEvent event) {
        var matrix = event.dataAs(ProgramPublished.class).matrix();
        if (learnProgram.learn(matrix, event.time())) {
            grantUnderProgram.grant(matrix.version());
        }
    }
}
