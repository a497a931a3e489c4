package com.vsoxp.alliance.directory.page.partner;

import com.vsoxp.alliance.directory.story.StoryView;

/**
 * A success story in short, for who does not look for a partner yet.
 *
 * @param href of the whole story, on its partner's page
 * @param summary null, if there is none
 */
public record StoryTeaser(String href, String title, String customer, String partner, String summary) {

    public static StoryTeaser of(StoryView story) {
        return new StoryTeaser(
                PartnerComposer.href(story.partner().slug()) + "#story-" + story.id(),
                story.title(),
                story.customer(),
                story.partner().name(),
                story.summary());
    }
}
