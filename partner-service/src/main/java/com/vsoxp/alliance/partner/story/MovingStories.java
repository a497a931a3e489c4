package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Success stories go with the partner's record; others hear of those that are public. */
@ApplicationScoped
public class MovingStories implements Belongings {

    @Override
    public String table() {
        return "success_story";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return published(ids).map(StoryEvents::published).toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return published(ids)
                .map(story -> StoryEvents.retracted(loser, story.id, story.publishedOn))
                .toList();
    }

    private static Stream<SuccessStory> published(List<UUID> ids) {
        return SuccessStory.<SuccessStory>list("id in ?1 and status = ?2 order by id", ids, StoryStatus.PUBLISHED)
                .stream();
    }
}
