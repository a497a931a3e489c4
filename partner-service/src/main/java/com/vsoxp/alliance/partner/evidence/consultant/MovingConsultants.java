package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.EvidenceKind;
import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Trained people go with the partner's record; a person has one place on any staff, so nobody comes twice. */
@ApplicationScoped
public class MovingConsultants implements Belongings {

    @Override
    public String table() {
        return "consultant";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return consultants(ids)
                .map(its -> EvidenceEvents.holds(
                        its.partnerId, its.id, EvidenceKind.CONSULTANT, its.certifiedOn, its.countsUntil()))
                .toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return consultants(ids)
                .map(its -> EvidenceEvents.withdrawn(loser, its.id, EvidenceKind.CONSULTANT, its.certifiedOn))
                .toList();
    }

    private static Stream<Consultant> consultants(List<UUID> ids) {
        return Consultant.<Consultant>list("id in ?1 order by id", ids).stream();
    }
}
