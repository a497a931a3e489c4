package com.vsoxp.alliance.partner.enrollment.standing;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.enrollment.Enrollment;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Keeps how safe a partner's tier is, to be read with its enrollment. */
@UseCase
public class NoteStanding {

    private final NoteInAudit audit;

    NoteStanding(NoteInAudit audit) {
        this.audit = audit;
    }

    /**
     * Notes the standing. One of an enrollment that is over, or before one that is already noted, is passed over.
     *
     * @param sequence the finding's place among all findings about the partner
     */
    @Transactional
    public void note(UUID partnerId, UUID enrollmentId, Standing standing, long sequence) {
        Partner partner = Partner.lock(partnerId);
        Enrollment.latestOf(partner.id)
                .filter(latest -> latest.id.equals(enrollmentId))
                .filter(latest -> latest.status.isOpen() && latest.evaluatedSequence < sequence)
                .ifPresent(enrollment -> {
                    enrollment.standing = standing;
                    enrollment.evaluatedSequence = sequence;
                    audit.note(partner.id, "STANDING_NOTED", enrollment.id, asNoted(standing));
                });
    }

    private static Map<String, ?> asNoted(Standing standing) {
        LossForeseen loss = standing.lossForeseen();
        return loss == null
                ? Map.of("standing", standing.status())
                : Map.of("standing", standing.status(), "lossForeseenOn", loss.on());
    }
}
