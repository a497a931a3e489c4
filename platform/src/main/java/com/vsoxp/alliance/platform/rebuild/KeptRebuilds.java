package com.vsoxp.alliance.platform.rebuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what is kept of rebuilds. */
@ApplicationScoped
class KeptRebuilds {

    private final EntityManager database;
    private final ObjectReader json;

    KeptRebuilds(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json.reader();
    }

    Optional<Rebuild> find(UUID id) {
        return rebuilds("id = ?1", id, 1).findFirst();
    }

    /** The one that runs, if one does. */
    Optional<Rebuild> running() {
        return rebuilds("status = ?1", Rebuild.Status.RUNNING.name(), 1).findFirst();
    }

    /** One page of all rebuilds, the latest first. */
    Page<Rebuild> page(PageRequest request) {
        List<Rebuild> rows =
                rebuilds("id < ?1", request.beforeId(), request.rowsToRead()).toList();
        return Page.byId(rows, request, Rebuild::id);
    }

    private Stream<Rebuild> rebuilds(String condition, Object value, int most) {
        return database
                .createNativeQuery("""
                        select id, status, phase, progress, summary, failure, started_at, finished_at from rebuild
                        where %s order by id desc limit ?2""".formatted(condition), Tuple.class)
                .setParameter(1, value)
                .setParameter(2, most)
                .getResultList()
                .stream()
                .map(row -> of((Tuple) row));
    }

    private Rebuild of(Tuple row) {
        return new Rebuild(
                row.get("id", UUID.class),
                Rebuild.Status.valueOf(row.get("status", String.class)),
                row.get("phase", String.class),
                row.get("progress", Integer.class),
                row.get("summary", String.class),
                row.get("failure", String.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class),
                json);
    }
}
