package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.enrollment.EndAbsorbedEnrollment;
import com.vsoxp.alliance.partner.merge.belongings.MovedItems;
import com.vsoxp.alliance.partner.merge.belongings.TakeBelongings;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes one record of two that are of the same company. */
@UseCase
public class MergePartners {

    private static final String REMEMBER_ALIASES = """
            insert into partner_merge_item (merge_id, kind, item_id, moved)
            select :merge, :kind, id, true from partner where merged_into = :absorbed""";

    private final EndAbsorbedEnrollment endEnrollment;
    private final TakeBelongings takeBelongings;
    private final EntityManager database;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    MergePartners(
            EndAbsorbedEnrollment endEnrollment,
            TakeBelongings takeBelongings,
            EntityManager database,
            Outbox outbox,
            NoteInAudit audit,
            Clock clock) {
        this.endEnrollment = endEnrollment;
        this.takeBelongings = takeBelongings;
        this.database = database;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Merges a record into another one. From then on the absorbed id and all its external ids answer as the survivor,
     * which has everything the absorbed partner had.
     *
     * @param pointer the field of the request that names the absorbed one
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown survivor, 422 for an unknown or the
     *     same partner, 409 if either is absorbed already, or if an enrollment would be lost
     */
    @Transactional
    public PartnerMerge merge(UUID survivorId, UUID absorbedId, String pointer, String reason) {
        if (survivorId.equals(absorbedId)) {
            throw Problems.rule(pointer, "SAME_PARTNER", "must be another partner than the survivor.");
        }
        Map<UUID, Partner> both = Partner.lockBoth(survivorId, absorbedId);
        Partner survivor =
                Optional.ofNullable(both.get(survivorId)).orElseThrow(() -> Problems.notFound("partner", survivorId));
        Partner absorbed = Optional.ofNullable(both.get(absorbedId))
                .orElseThrow(() -> Problems.rule(pointer, "UNKNOWN_PARTNER", "There is no such partner."));
        check(survivor, absorbed);
        Instant now = clock.instant();
        PartnerMerge merge = PartnerMerge.of(survivor, absorbed, reason, now);
        merge.persistAndFlush();
        rememberAliases(merge);
        ExternalId.follow(absorbedId, survivorId);
        absorbed.becomePartOf(survivorId);
        absorbed.updatedAt = now;
        survivor.updatedAt = now;
        // Told first, so that nobody judges an enrollment by evidence that goes away.
        endEnrollment.end(absorbed, survivorId);
        outbox.append(MergeEvents.merged(merge));
        audit.note(survivorId, "PARTNER_ABSORBED", merge.id, Map.of("absorbedId", absorbedId, "reason", reason));
        audit.note(absorbedId, "PARTNER_MERGED", merge.id, Map.of("survivorId", survivorId, "reason", reason));
        takeBelongings.take(merge);
        return PartnerMerge.findById(merge.id);
    }

    private static void check(Partner survivor, Partner absorbed) {
        mustStandAlone(survivor);
        mustStandAlone(absorbed);
        boolean enrolled = absorbed.status != null && absorbed.status.isOpen();
        boolean survivorEnrolled = survivor.status != null && survivor.status.isOpen();
        if (enrolled && (!survivorEnrolled || absorbed.tier != null && survivor.tier == null)) {
            throw Problems.conflict(
                    "SURVIVOR_NOT_ENROLLED",
                    "The enrollment of " + absorbed.id + ", " + absorbed.status + ", would end, and the survivor has "
                            + (survivorEnrolled ? "one without a tier" : "none") + ": make " + absorbed.id
                            + " the survivor.");
        }
    }

    private static void mustStandAlone(Partner partner) {
        if (partner.mergedInto != null) {
            throw Problems.conflict(
                    "ALREADY_MERGED", "The partner " + partner.id + " was merged into " + partner.mergedInto + ".");
        }
    }

    private void rememberAliases(PartnerMerge merge) {
        database.createNativeQuery(REMEMBER_ALIASES)
                .setParameter("merge", merge.id)
                .setParameter("kind", MovedItems.ALIASES)
                .setParameter("absorbed", merge.absorbedId)
                .executeUpdate();
    }
}
