package com.vsoxp.alliance.directory.intake;

import static com.vsoxp.alliance.directory.intake.PartnerMessages.partnerOf;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.directory.intake.PartnerMessages.PartnerMerged;
import com.vsoxp.alliance.directory.intake.PartnerMessages.PartnerSaid;
import com.vsoxp.alliance.directory.intake.PartnerMessages.StoryPublished;
import com.vsoxp.alliance.directory.intake.PartnerMessages.StoryRetracted;
import com.vsoxp.alliance.directory.listing.FollowMerges;
import com.vsoxp.alliance.directory.listing.LockPartners;
import com.vsoxp.alliance.directory.listing.Profile;
import com.vsoxp.alliance.directory.listing.PublishProfiles;
import com.vsoxp.alliance.directory.publication.TellListings;
import com.vsoxp.alliance.directory.story.PublishStories;
import com.vsoxp.alliance.directory.story.TellStories;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What partners say of themselves, and their success stories. */
@ApplicationScoped
public class PartnersIntake implements Replayable {

    @Inject
    PublishProfiles publishProfiles;

    @Inject
    PublishStories publishStories;

    @Inject
    FollowMerges followMerges;

    @Inject
    LockPartners lockPartners;

    @Inject
    TellListings tellListings;

    @Inject
    TellStories tellStories;

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.partners");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        var partners = apply(events);
        tellListings.tell(partners);
        tellStories.tell(partners);
    }

    @Override
    public Set<UUID> apply(List<ReceivedEvent> events) {
        var profiles = events.stream().flatMap(PartnersIntake::profileIn).toList();
        var stories = events.stream().flatMap(PartnersIntake::storyIn).toList();
        var merges = events.stream().flatMap(PartnersIntake::mergeIn).toList();
        var partners = Stream.of(
                        profiles.stream().map(Profile::partnerId),
                        stories.stream().map(PublishStories.Change::partnerId),
                        merges.stream().map(FollowMerges.Merged::partnerId))
                .flatMap(ids -> ids)
                .collect(toSet());
        lockPartners.lock(partners);
        publishProfiles.publish(profiles);
        publishStories.publish(stories);
        followMerges.follow(merges);
        return partners;
    }

    private static Stream<Profile> profileIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.partner.registered", "alliance.partner.updated" ->
                Stream.of(event.dataAs(PartnerSaid.class).profileSaidBy(event));
            default -> Stream.empty();
        };
    }

    private static Stream<FollowMerges.Merged> mergeIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.partner.merged" ->
                Stream.of(event.dataAs(PartnerMerged.class).mergeSaidBy(event));
            case "alliance.partner.unmerged" ->
                Stream.of(new FollowMerges.Merged(partnerOf(event), event.sequence(), null));
            default -> Stream.empty();
        };
    }

    private static Stream<PublishStories.Change> storyIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.story.published" ->
                Stream.of(event.dataAs(StoryPublished.class).changeSaidBy(event));
            case "alliance.story.retracted" ->
                Stream.of(event.dataAs(StoryRetracted.class).changeSaidBy(event));
            default -> Stream.empty();
        };
    }
}
