package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.program.Measure;
import java.util.UUID;

/**
 * Something that was said of the partner and could not be taken, so that facts may be missing.
 *
 * @param sequence the place of what is missing among all that its topic tells of the partner
 * @param eventId the event that was set aside
 * @param kind the kind of fact that may be missing; null where it may be any
 */
public record Doubt(String topic, long sequence, UUID eventId, String kind) {

    /** Whether facts that are measured may be missing. */
    boolean concerns(Measure measure) {
        return kind == null
                || measure.parts().stream().anyMatch(part -> part.of().equals(kind));
    }
}
