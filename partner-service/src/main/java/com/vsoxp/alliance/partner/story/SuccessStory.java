package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A customer's success as a partner tells it. Only a published one counts. */
@Entity
@Table(name = "success_story")
public class SuccessStory extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    public String title;

    public String customer;

    public String summary;

    public String body;

    public String url;

    @Enumerated(EnumType.STRING)
    public StoryStatus status;

    public Instant submittedAt;

    /** The day it was last published; null for never. */
    public LocalDate publishedOn;

    /** Null while it is not retracted. */
    public LocalDate retractedOn;

    public String retractionReason;

    @Version
    public long version;

    static SuccessStory of(UUID partnerId, StoryText text, Instant now) {
        SuccessStory story = new SuccessStory();
        story.id = Ids.next();
        story.partnerId = partnerId;
        story.title = text.title();
        story.customer = text.customer();
        story.summary = text.summary();
        story.body = text.body();
        story.url = text.url();
        story.status = StoryStatus.SUBMITTED;
        story.submittedAt = now;
        return story;
    }

    /** That success story of that partner, or 404. */
    static SuccessStory require(UUID partnerId, UUID id) {
        return SuccessStory.<SuccessStory>find("partnerId = ?1 and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("success story", id));
    }

    /** One page of what the partner has of these, in the order they were made. */
    static Page<SuccessStory> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                SuccessStory.<SuccessStory>find("partnerId = ?1 and id > ?2 order by id", partnerId, request.afterId()),
                request,
                story -> story.id);
    }

    /** Lets everybody read it, and lets it count from today; it may have been retracted before. */
    void publish(LocalDate today) {
        if (status == StoryStatus.PUBLISHED) {
            throw Problems.conflict("PUBLISHED", "The story was published on " + publishedOn + ".");
        }
        status = StoryStatus.PUBLISHED;
        publishedOn = today;
        retractedOn = null;
        retractionReason = null;
    }

    /** Takes it back. */
    void retract(LocalDate today, String reason) {
        if (status != StoryStatus.PUBLISHED) {
            throw Problems.conflict("NOT_PUBLISHED", "The story is " + status + ": only a PUBLISHED one is retracted.");
        }
        status = StoryStatus.RETRACTED;
        retractedOn = today;
        retractionReason = reason;
    }
}
