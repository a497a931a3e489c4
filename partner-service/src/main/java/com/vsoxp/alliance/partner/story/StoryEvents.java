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
        return event("alliance.story.published", story, new Published(story.partnerId, told));
    }

    static NewEvent retracted(SuccessStory story) {
        RetractedStory told = new RetractedStory(story.id, story.retractedOn);
        return event("alliance.story.retracted", story, new Retracted(story.partnerId, told));
    }

    private static NewEvent event(String type, SuccessStory story, Object data) {
        return new NewEvent(AllianceTopics.PARTNERS, type, story.partnerId.toString(), data);
    }
}
