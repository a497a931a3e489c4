package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.holder.LearnNames;
import com.vsoxp.alliance.benefits.intake.HolderMessages.EnrollmentSaid;
import com.vsoxp.alliance.benefits.intake.HolderMessages.PartnerSaid;
import com.vsoxp.alliance.benefits.logo.FollowLogoGrants;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What partners are called, and which enrollment they are in. An intake beside {@link PartnersIntake}, since it came later: in
 * a group of its own it reads everything that was said before.
 */
@ApplicationScoped
public class HoldersIntake implements Intake {

    @Inject
    LearnNames learnNames;

    @Inject
    FollowLogoGrants followLogoGrants;

    @Override
    public String name() {
        return "holders";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.partners");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        learnNames.learn(events.stream().flatMap(HoldersIntake::nameIn).toList());
        followLogoGrants.follow(
                events.stream().flatMap(HoldersIntake::enrollmentIn).toList());
    }

    private static Stream<LearnNames.Named> nameIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.partner.registered", "alliance.partner.updated" ->
                Stream.of(event.dataAs(PartnerSaid.class).nameSaidBy(event));
            default -> Stream.empty();
        };
    }

    private static Stream<FollowLogoGrants.Said> enrollmentIn(ReceivedEvent event) {
        return event.type().equals("alliance.enrollment.changed")
                ? Stream.of(event.dataAs(EnrollmentSaid.class).stateSaidBy(event))
                : Stream.empty();
    }
}
