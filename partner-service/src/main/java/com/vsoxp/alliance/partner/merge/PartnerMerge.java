package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** That one partner's record became part of another's. */
@Entity
@Table(name = "partner_merge")
public class PartnerMerge extends PanacheEntityBase {

    private static final String OF_PARTNER =
            "(survivorId = ?1 or survivorId in (select id from Partner where mergedInto = ?1))";

    @Id
    public UUID id;

    public UUID survivorId;

    public UUID absorbedId;

    public String reason;

    public Instant mergedAt;

    /** The survivor's moves at that time: the merge can be undone while there are no more. */
    public long survivorMoves;

    /** Null while it stands. */
    public Instant undoneAt;

    public String undoReason;

    @Version
    public long version;

    static PartnerMerge of(Partner survivor, Partner absorbed, String reason, Instant now) {
        PartnerMerge merge = new PartnerMerge();
        merge.id = Ids.next();
        merge.survivorId = survivor.id;
        merge.absorbedId = absorbed.id;
        merge.reason = reason;
        merge.mergedAt = now;
        merge.survivorMoves = survivor.moves;
        return merge;
    }

    /** That merge into that partner, or into one absorbed by it since, or 404. */
    static PartnerMerge require(UUID partnerId, UUID id) {
        return PartnerMerge.<PartnerMerge>find(OF_PARTNER + " and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("merge", id));
    }

    /** One page of the merges that made the partner what it is, undone ones too, in the order they were made. */
    static Page<PartnerMerge> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                PartnerMerge.<PartnerMerge>find(OF_PARTNER + " and id > ?2 order by id", partnerId, request.afterId()),
                request,
                merge -> merge.id);
    }

    /** The merge as it is now that its partners are locked. */
    PartnerMerge afresh() {
        getEntityManager().refresh(this);
        return this;
    }
}
