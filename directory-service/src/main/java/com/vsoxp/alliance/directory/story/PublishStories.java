package com.vsoxp.alliance.directory.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes over the success stories that partner-service publishes and retracts. */
@UseCase
public class PublishStories {

    /** What happened to a story; of two, the one with the higher sequence holds. */
    public sealed interface Change {

        UUID storyId();

        UUID partnerId();

        long sequence();

        /** Whose story it is about. */
        default SuccessStory.Key key() {
            return new SuccessStory.Key(partnerId(), storyId());
        }
    }

    /** The story is public from now on. */
    public record Published(
            UUID storyId,
            UUID partnerId,
            long sequence,
            String title,
            String customer,
            String summary,
            String body,
            String url,
            LocalDate publishedOn)
            implements Change {}

    /** The story is public no longer; its text is forgotten. */
    public record Retracted(UUID storyId, UUID partnerId, long sequence, LocalDate retractedOn) implements Change {}

    /** Takes the changes over; one that is older than what is known of its story changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var stories = SuccessStory.ofKeys(changes.stream().map(Change::key).collect(toSet())).stream()
                .collect(toMap(story -> story.key, identity()));
        for (var change : changes) {
            var story = stories.computeIfAbsent(change.key(), _ -> appear(change));
            if (change.sequence() > story.sequence) {
                apply(change, story);
            }
        }
    }

    private static SuccessStory appear(Change change) {
        var story = new SuccessStory();
        story.key = change.key();
        story.persist();
        return story;
    }

    private static void apply(Change change, SuccessStory story) {
        story.sequence = change.sequence();
        switch (change) {
            case Published published -> {
                write(story, published.title, published.customer, published.summary, published.body, published.url);
                story.publishedOn = published.publishedOn;
                story.retractedOn = null;
            }
            case Retracted retracted -> {
                write(story, null, null, null, null, null);
                story.retractedOn = retracted.retractedOn;
            }
        }
    }

    private static void write(
            SuccessStory story, String title, String customer, String summary, String body, String url) {
        story.title = title;
        story.customer = customer;
        story.summary = summary;
        story.body = body;
        story.url = url;
    }
}
