package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Attestations go with the partner's record, in whatever state; others hear of the verified ones. */
@ApplicationScoped
public class MovingAttestations implements Belongings {

    @Override
    public String table() {
        return "attestation";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return verified(ids)
                .map(its -> EvidenceEvents.holds(
                        its.partnerId, its.id, its.kind.evidence(), its.verifiedOn, its.validUntil))
                .toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return verified(ids)
                .map(its -> EvidenceEvents.withdrawn(loser, its.id, its.kind.evidence(), its.verifiedOn))
                .toList();
    }

    private static Stream<Attestation> verified(List<UUID> ids) {
        return Attestation.<Attestation>list("id in ?1 and status = ?2 order by id", ids, AttestationStatus.VERIFIED)
                .stream();
    }
}
