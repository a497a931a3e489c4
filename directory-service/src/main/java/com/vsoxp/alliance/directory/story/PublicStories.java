package com.vsoxp.alliance.directory.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public stories of one partner, or of all. */
@ApplicationScoped
public class PublicStories {

    /** The newest of the partner's, newest first. */
    public List<StoryView> newestOf(UUID partnerId, int most) {
        return newest(Optional.of(partnerId), most);
    }

    /** The newest of all, newest first. */
    public List<StoryView> newest(int most) {
        return newest(Optional.empty(), most);
    }

    private static List<StoryView> newest(Optional<UUID> partnerId, int most) {
        return SuccessStory.newest(partnerId, null, null, most).stream()
                .map(StoryView::of)
                .toList();
    }
}
