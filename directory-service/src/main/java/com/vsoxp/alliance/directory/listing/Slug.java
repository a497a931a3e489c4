package com.vsoxp.alliance.directory.listing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The part of a listing's address that stands for the partner: its name, in letters every keyboard has. */
final class Slug {

    private static final int MAX_LENGTH = 80;
    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final String NAMELESS = "partner";

    /** What stands, or will stand, beside the slugs in {@code /v1/listings/…}. */
    private static final Set<String> RESERVED = Set.of("changes", "snapshot");

    private Slug() {}

    /**
     * The slugs that a partner of this name may have, best first; the last is taken by nobody else.
     *
     * <p>Whoever comes second with a name gets an end of its id appended, so its slug does not depend on how many others came
     * before.
     */
    static List<String> candidates(String name, UUID partnerId) {
        var plain = plain(name);
        var id = partnerId.toString();
        var withTail = plain + "-" + id.substring(id.length() - 8);
        var withId = plain + "-" + id;
        return RESERVED.contains(plain) || plain.equals(NAMELESS)
                ? List.of(withTail, withId)
                : List.of(plain, withTail, withId);
    }

    private static String plain(String name) {
        var dashed = FOREIGN.matcher(Folding.fold(name)).replaceAll("-");
        var cut = dashed.length() > MAX_LENGTH ? dashed.substring(0, MAX_LENGTH) : dashed;
        var trimmed = EDGES.matcher(cut).replaceAll("");
        return trimmed.isEmpty() ? NAMELESS : trimmed;
    }
}
