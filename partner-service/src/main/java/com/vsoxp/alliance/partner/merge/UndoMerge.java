package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.enrollment.RestoreEnrollment;
import com.vsoxp.alliance.partner.merge.belongings.MovedItems;
import com.vsoxp.alliance.partner.merge.belongings.ReturnBelongings;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.ReclaimKeys;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parts two records that were merged. */
@UseCase
public class UndoMerge {

    private final ReclaimKeys reclaimKeys;
    private final RestoreEnrollment restoreEnrollment;
    private final ReturnBelongings returnBelongings;
    private final MovedItems items;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    UndoMerge(
            ReclaimKeys reclaimKeys,
            RestoreEnrollment restoreEnrollment,
            ReturnBelongings returnBelongings,
            MovedItems items,
            Outbox outbox,
            NoteInAudit audit,
            Clock clock) {
        this.reclaimKeys = reclaimKeys;
        this.restoreEnrollment = restoreEnrollment;
        this.returnBelongings = returnBelongings;
        this.items = items;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Undoes a merge. What it moved goes back, with the enrollment it ended; what came to the survivor since stays there.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown merge, 409 for one that is undone, or
     *     whose survivor changed status or tier, or was merged into another one since
     */
    @Transactional
    public PartnerMerge undo(UUID partnerId, UUID mergeId, String reason) {
        PartnerMerge merge = PartnerMerge.require(partnerId, mergeId);
        Map<UUID, Partner> both = Partner.lockBoth(merge.survivorId, merge.absorbedId);
        Partner survivor = both.get(merge.survivorId);
        Partner absorbed = both.get(merge.absorbedId);
        check(merge.afresh(), survivor);
        Instant now = clock.instant();
        merge.undoneAt = now;
        merge.undoReason = reason;
        List<UUID> aliases = items.aliases(mergeId);
        absorbed.standAloneAgain(aliases);
        absorbed.updatedAt = now;
        survivor.updatedAt = now;
        reclaimKeys.reclaim(absorbed, aliases, survivor.id);
        audit.note(survivor.id, "MERGE_UNDONE", mergeId, Map.of("partedId", absorbed.id, "reason", reason));
        audit.note(absorbed.id, "MERGE_UNDONE", mergeId, Map.of("partedId", survivor.id, "reason", reason));
        returnBelongings.giveBack(merge);
        // Told last, so that nobody judges an enrollment without its evidence.
        restoreEnrollment.restore(Partner.require(absorbed.id));
        outbox.append(MergeEvents.unmerged(merge));
        return PartnerMerge.findById(mergeId);
    }

    private static void check(PartnerMerge merge, Partner survivor) {
        if (merge.undoneAt != null) {
            throw Problems.conflict("MERGE_UNDONE", "The merge was undone at " + merge.undoneAt + ".");
        }
        if (survivor.mergedInto != null) {
            throw Problems.conflict(
                    "SURVIVOR_MERGED",
                    "The survivor was itself merged into " + survivor.mergedInto + ": undo that merge first.");
        }
        if (survivor.moves != merge.survivorMoves) {
            throw Problems.conflict(
                    "SURVIVOR_MOVED",
                    "The status or the tier of the survivor has changed since the merge: it is " + survivor.status
                            + (survivor.tier == null ? "." : " as " + survivor.tier + "."));
        }
    }
}
