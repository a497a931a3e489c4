package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Takes a success story into the records. It does not count before it is published. */
@UseCase
public class SubmitStory {

    private final NoteInAudit audit;
    private final Clock clock;

    SubmitStory(NoteInAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Submits a story.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner
     */
    @Transactional
    public SuccessStory submit(UUID partnerId, StoryText text) {
        Partner partner = Partner.lock(partnerId);
        SuccessStory story = SuccessStory.of(partner.id, text, clock.instant());
        story.persist();
        audit.note(partner.id, "STORY_SUBMITTED", story.id, Map.of("title", story.title));
        return story;
    }
}
