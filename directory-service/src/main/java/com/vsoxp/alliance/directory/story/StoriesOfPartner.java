package com.vsoxp.alliance.directory.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public stories of one partner. */
@ApplicationScoped
public class StoriesOfPartner {

    /** The newest of them, newest first. */
    public List<StoryView> newest(UUID partnerId, int most) {
        return SuccessStory.newest(Optional.of(partnerId), null, null, most).stream()
                .map(StoryView::of)
                .toList();
    }
}
