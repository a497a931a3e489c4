package com.vsoxp.alliance.directory.syndication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something new: a success story, or a partner that is listed.
 *
 * @param path of the page that shows it, from the root of the site
 * @param customer of a story; null of a partner
 * @param text all there is to read; never blank
 * @param elsewhere where more of it is to be read; null for nowhere
 * @param partner whom it is about, by name
 * @param since the day that it is of
 */
record Item(
        Kind kind,
        UUID id,
        String path,
        String title,
        String customer,
        String summary,
        String text,
        String elsewhere,
        String partner,
        String partnerPath,
        LocalDate since,
        Instant changedAt,
        List<String> tags) {

    /** What there is news of. */
    enum Kind {
        SUCCESS_STORY,
        NEW_PARTNER
    }

    /**
     * Something that was new and is shown no more.
     *
     * @param reason a word of the delta feed's, or RETRACTED of a story
     */
    record Gone(Kind kind, UUID id, Instant at, String reason) {}

    static String name(UUID id) {
        return "urn:uuid:" + id;
    }
}
