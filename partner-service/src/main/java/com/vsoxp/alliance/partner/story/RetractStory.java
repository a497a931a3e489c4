package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.UUID;

/** Takes a published success story back: from today it no longer counts. */
@UseCase
public class RetractStory {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    RetractStory(Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Retracts a story.
     *
     * @param reason why, or null
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown story, 409 if it is not published
     */
    @Transactional
    public SuccessStory retract(UUID partnerId, UUID storyId, String reason) {
        Partner partner = Partner.lock(partnerId);
        SuccessStory story = SuccessStory.require(partner.id, storyId);
        story.retract(programDay.today(), reason);
        story.flush();
        outbox.append(StoryEvents.retracted(story));
        audit.note(partner.id, "STORY_RETRACTED", storyId, Collections.singletonMap("reason", reason));
        return story;
    }
}
