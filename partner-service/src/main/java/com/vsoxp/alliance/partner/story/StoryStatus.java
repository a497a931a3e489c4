package com.vsoxp.alliance.partner.story;

/** Where a success story stands. */
public enum StoryStatus {
    SUBMITTED,
    PUBLISHED,
    RETRACTED
}
