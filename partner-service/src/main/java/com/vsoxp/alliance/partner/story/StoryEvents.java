package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.util.UUID;

/** What this service tells of success stories. */
final class StoryEvents {

    record Published(UUID partnerId, PublishedStory story) {}

    record PublishedStory(
            UUID id, String title, String customer, String summary, String body, String url, LocalDate publishedOn) {}

    record Retracted(UUID partnerId, RetractedStory story) {}

    record RetractedStory(UUID id, LocalDate retractedOn) {}

    private StoryEvents() {}

    static NewEvent published(SuccessStory story) {
        PublishedStory told = new PublishedStory(
                story.id, story.title, story.customer, story.summary, story.body, story.url, story.publishedOn);
        return event("alliance.story.published", story.partnerId, new Published(story.partnerId, told));
    }

    static NewEvent retracted(SuccessStory story) {
        return retracted(story.partnerId, story.id, story.retractedOn);
    }

    /** It no longer counts for that partner from that day on. */
    static NewEvent retracted(UUID partnerId, UUID storyId, LocalDate on) {
        RetractedStory told = new RetractedStory(storyId, on);
        return event("alliance.story.retracted", partnerId, new Retracted(partnerId, told));
    }

    private static NewEvent event(String type, UUID partnerId, Object data) {
        return new NewEvent(AllianceTopics.PARTNERS, type, partnerId.toString(), data);
    }
}
