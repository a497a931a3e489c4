package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Publishes a success story: from today everybody may read it, and it counts. */
@UseCase
public class PublishStory {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    PublishStory(Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Publishes a story.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown story, 409 if it is published already
     */
    @Transactional
    public SuccessStory publish(UUID partnerId, UUID storyId) {
        Partner partner = Partner.lock(partnerId);
        SuccessStory story = SuccessStory.require(partner.id, storyId);
        story.publish(programDay.today());
        story.flush();
        outbox.append(StoryEvents.published(story));
        audit.note(partner.id, "STORY_PUBLISHED", storyId, Map.of("title", story.title));
        return story;
    }
}
