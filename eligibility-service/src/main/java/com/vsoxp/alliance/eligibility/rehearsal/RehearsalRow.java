package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A rehearsal as it is kept. Later ones have greater ids. */
@Entity
@Table(name = "rehearsal")
public class RehearsalRow extends PanacheEntityBase {

    /** How far a rehearsal is. */
    public enum Status {
        RUNNING,
        COMPLETED,
        /** It was cancelled, the replica that ran it ended, or something went wrong. */
        FAILED
    }

    @Id
    public UUID id;

    public String programVersion;

    /** SHA-256 of the document as it was rehearsed, in hexadecimal. */
    public String documentDigest;

    @Enumerated(EnumType.STRING)
    public Status status;

    /** The day on which the program is taken to come into force. */
    public LocalDate asOf;

    /** In percent. */
    public int progress;

    /** What it came to, as JSON; null until it is completed. */
    public String summary;

    /** Why it failed, in words for a program manager; null unless it did. */
    public String failure;

    public Instant startedAt;

    public Instant finishedAt;

    /** The one that runs, if one does. */
    static Optional<RehearsalRow> running() {
        return find("status", Status.RUNNING).firstResultOptional();
    }

    /** Some of those that began before and have ended, the oldest first. */
    static List<RehearsalRow> endedBefore(Instant before, int most) {
        return RehearsalRow.<RehearsalRow>find(
                        "startedAt < ?1 and status <> ?2 order by startedAt", before, Status.RUNNING)
                .range(0, most - 1)
                .list();
    }

    /** One page of all rehearsals, the latest first. */
    static Page<RehearsalRow> page(PageRequest request) {
        return Page.byId(
                RehearsalRow.<RehearsalRow>find("id < ?1 order by id desc", request.beforeId()),
                request,
                row -> row.id);
    }
}
