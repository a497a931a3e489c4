package com.vsoxp.alliance.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * First answers to many requests at a time, for whoever does the work of several in one transaction. Who does one at a
 * time takes {@link Idempotency}.
 */
@ApplicationScoped
public class FirstAnswers {

    private final EntityManager database;

    FirstAnswers(EntityManager database) {
        this.database = database;
    }

    /** What those of the requests were answered whose keys came before, with the same request or another. */
    @SuppressWarnings("unchecked")
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<FirstAnswer.Id, FirstAnswer> find(Collection<KeyedRequest> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        List<FirstAnswer> found = database.createNativeQuery("""
                        SELECT k.* FROM unnest(CAST(:callers AS text[]), CAST(:keys AS text[])) AS asked (caller, key)
                        JOIN idempotency_key k USING (caller, key)""", FirstAnswer.class)
                .setParameter(
                        "callers",
                        requests.stream().map(each -> each.id().caller()).toArray(String[]::new))
                .setParameter(
                        "keys", requests.stream().map(each -> each.id().key()).toArray(String[]::new))
                .getResultList();
        Map<FirstAnswer.Id, FirstAnswer> byId = new HashMap<>();
        found.forEach(answer -> byId.put(answer.id, answer));
        return byId;
    }

    /**
     * Keeps answers.
     *
     * @throws jakarta.persistence.PersistenceException if another transaction answered under one of the keys meanwhile:
     *     this one cannot go on, and will find that answer when it is begun again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(Collection<FirstAnswer> answers) {
        answers.stream()
                .sorted((one, other) -> FirstAnswer.ID_ORDER.compare(one.id, other.id))
                .forEach(database::persist);
        database.flush();
    }
}
