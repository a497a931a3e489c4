package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.holder.FollowMerges;
import com.vsoxp.alliance.benefits.holder.FollowMerges.Merged;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which partners' records became part of others. An intake beside {@link PartnersIntake} and {@link HoldersIntake}, since it came
 * later: in a group of its own it reads everything that was said before.
 */
@ApplicationScoped
public class MergesIntake implements Intake {

    /** The payload of {@code partner.merged}, as far as this service reads it. */
    record PartnerMerged(Merge merge) {

        record Merge(UUID mergedInto) {}

        Merged mergeSaidBy(ReceivedEvent event) {
            if (merge == null || merge.mergedInto == null) {
                throw new PoisonEventException("the partner that it was merged into is missing");
            }
            return new Merged(PartnersIntake.partnerOf(event), merge.mergedInto, event.sequence());
        }
    }

    @Inject
    FollowMerges followMerges;

    @Override
    public String name() {
        return "merges";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.partners");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        followMerges.follow(events.stream().flatMap(MergesIntake::mergeIn).toList());
    }

    private static Stream<Merged> mergeIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.partner.merged" ->
                Stream.of(event.dataAs(PartnerMerged.class).mergeSaidBy(event));
            case "alliance.partner.unmerged" ->
                Stream.of(new Merged(PartnersIntake.partnerOf(event), null, event.sequence()));
            default -> Stream.empty();
        };
    }
}
