package com.vsoxp.alliance.directory.listing;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/**
 * Holds partners' rows for this transaction, all of them before anything else: what is told of a partner depends on several
 * topics, and whoever takes rows one after another may wait for someone who waits for it.
 */
@UseCase
public class LockPartners {

    /** Locks the rows, made where missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<UUID> partners) {
        if (!partners.isEmpty()) {
            Listing.lock(partners);
        }
    }
}
