package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.persistence.Tuple;
import java.util.UUID;

/**
 * A listing's place in an answer's order.
 *
 * @param chord the straight line to the place asked for, in kilometers; null without one
 */
public record Hit(UUID partnerId, String nameKey, int tierPlace, int grade, Double chord) {

    public static Hit of(Tuple row) {
        return new Hit(
                row.get("partner_id", UUID.class),
                row.get("name_key", String.class),
                row.get("tier_place", Number.class).intValue(),
                row.get("grade", Number.class).intValue(),
                row.get("chord", Double.class));
    }

    public String cursor(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> Cursor.encode(sort, grade, nameKey, partnerId);
            case NAME -> Cursor.encode(sort, nameKey, partnerId);
            case DISTANCE -> Cursor.encode(sort, chord, nameKey, partnerId);
            case TIER -> Cursor.encode(sort, tierPlace, nameKey, partnerId);
        };
    }
}
