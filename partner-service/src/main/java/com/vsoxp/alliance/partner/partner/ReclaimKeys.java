package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets the keys that a partner brought into a merge lead to it again. */
@UseCase
public class ReclaimKeys {

    private final Outbox outbox;

    ReclaimKeys(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Reclaims them in the caller's transaction that has both partners locked. A key that the survivor made its own
     * meanwhile stays there, and the partner has it no longer.
     *
     * @param aliases the records that had been merged into the partner before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reclaim(Partner partner, List<UUID> aliases, UUID survivor) {
        Map<String, String> own = ExternalId.comeBack(partner.id, aliases, survivor);
        if (!own.equals(partner.profile.externalIds())) {
            partner.profile = partner.profile.withExternalIds(own);
            outbox.append(PartnerEvents.updated(partner));
        }
    }
}
