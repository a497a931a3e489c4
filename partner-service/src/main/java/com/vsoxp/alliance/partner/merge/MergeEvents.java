package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.util.UUID;

/** What the absorbed partner's stream tells of merges. */
final class MergeEvents {

    record Merged(UUID partnerId, MergeFact merge) {}

    record MergeFact(UUID id, UUID mergedInto, Instant mergedAt) {}

    record Unmerged(UUID partnerId, UndoFact merge) {}

    record UndoFact(UUID id, UUID partedFrom, Instant undoneAt) {}

    private MergeEvents() {}

    static NewEvent merged(PartnerMerge merge) {
        MergeFact fact = new MergeFact(merge.id, merge.survivorId, merge.mergedAt);
        return event("alliance.partner.merged", merge, new Merged(merge.absorbedId, fact));
    }

    static NewEvent unmerged(PartnerMerge merge) {
        UndoFact fact = new UndoFact(merge.id, merge.survivorId, merge.undoneAt);
        return event("alliance.partner.unmerged", merge, new Unmerged(merge.absorbedId, fact));
    }

    private static NewEvent event(String type, PartnerMerge merge, Object data) {
        return new NewEvent(AllianceTopics.PARTNERS, type, merge.absorbedId.toString(), data);
    }
}
