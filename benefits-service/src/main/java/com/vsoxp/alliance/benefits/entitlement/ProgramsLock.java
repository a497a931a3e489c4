package com.vsoxp.alliance.benefits.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Keeps a program's publication and the enrollments under it from passing each other unseen, in two transactions of which
 * neither sees the other. Held until the transaction ends.
 */
@ApplicationScoped
class ProgramsLock {

    private static final int KEY = 20_040_101;

    @Inject
    EntityManager entityManager;

    /** For those who follow enrollments; they do not wait for each other. */
    void share() {
        take("select count(*) from pg_advisory_xact_lock_shared(?1)");
    }

    /** For who makes a program known. */
    void hold() {
        take("select count(*) from pg_advisory_xact_lock(?1)");
    }

    private void take(String statement) {
        entityManager.createNativeQuery(statement).setParameter(1, KEY).getSingleResult();
    }
}
