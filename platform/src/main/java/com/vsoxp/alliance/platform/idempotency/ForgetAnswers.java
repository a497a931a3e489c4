package com.vsoxp.alliance.platform.idempotency;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Erases what is kept of answers about one resource, because of what they say. Their keys are remembered, so that a retry
 * does not do anew what was done: it is answered 410.
 */
@UseCase
public class ForgetAnswers {

    private final EntityManager database;

    ForgetAnswers(EntityManager database) {
        this.database = database;
    }

    /**
     * Forgets every answer whose Location or Content-Location is that resource.
     *
     * @param collection the part of the path before the id, such as {@code contacts}; a service that calls this has an
     *     index on {@code right(location, 36)} for it
     * @return how many answers were forgotten
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int about(String collection, UUID id) {
        return database.createNativeQuery("""
                        update idempotency_key set status = :gone, body = '', fingerprint = '', etag = null
                        where right(location, 36) = :id and location like :place""")
                .setParameter("gone", FirstAnswer.FORGOTTEN)
                .setParameter("id", id.toString())
                .setParameter("place", "%/" + collection + "/%")
                .executeUpdate();
    }
}
