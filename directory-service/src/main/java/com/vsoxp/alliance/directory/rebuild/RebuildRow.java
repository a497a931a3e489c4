package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A rebuild as it is kept. Later ones have greater ids. */
@Entity
@Table(name = "rebuild")
class RebuildRow extends PanacheEntityBase {

    /** How far a rebuild is. */
    enum Status {
        RUNNING,
        COMPLETED,
        /** The replica that ran it ended, or something went wrong; nothing was changed. */
        FAILED
    }

    /** What it is at, or was at when it ended. */
    enum Phase {
        READING,
        MENDING,
        TELLING,
        DONE
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Enumerated(EnumType.STRING)
    public Phase phase;

    /** In percent. */
    public int progress;

    public Long events;

    public Long unreadable;

    public Long partnersMended;

    /** Why it failed, in words for an operator; null unless it did. */
    public String failure;

    public Instant startedAt;

    public Instant finishedAt;

    static Optional<RebuildRow> running() {
        return find("status", Status.RUNNING).firstResultOptional();
    }

    /** One page of all rebuilds, the latest first. */
    static Page<RebuildRow> page(PageRequest request) {
        var before = request.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(-1, -1));
        var rows = RebuildRow.<RebuildRow>find("id < ?1 order by id desc", before)
                .range(0, request.rowsToRead() - 1)
                .list();
        return Page.of(rows, request, row -> Cursor.encode(row.id));
    }
}
