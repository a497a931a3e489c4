package com.vsoxp.alliance.eligibility.rehearsal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.zip.InflaterOutputStream;

/** The partners that a rehearsal affects, read part by part, so that a slow reader holds neither memory nor a connection. */
@ApplicationScoped
class AffectedPartners {

    private final EntityManager database;

    AffectedPartners(EntityManager database) {
        this.database = database;
    }

    /** Writes them as lines of JSON. */
    void writeTo(UUID rehearsal, OutputStream answer) throws IOException {
        byte[] part;
        for (int number = 0; (part = part(rehearsal, number)) != null; number++) {
            InflaterOutputStream lines = new InflaterOutputStream(answer);
            lines.write(part);
            lines.finish();
        }
    }

    private byte[] part(UUID rehearsal, int number) {
        List<?> found = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select partners from rehearsal_part where rehearsal_id = ?1 and number = ?2", byte[].class)
                .setParameter(1, rehearsal)
                .setParameter(2, number)
                .getResultList());
        return found.isEmpty() ? null : (byte[]) found.getFirst();
    }
}
