package com.vsoxp.alliance.eligibility.catalog.publication;

import com.vsoxp.alliance.eligibility.catalog.ProgramPublished;
import com.vsoxp.alliance.eligibility.catalog.ProgramRow;
import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.catalog.draft.DraftRow;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Makes a draft a version that is in force from a day on, and never changes again. */
@UseCase
public class PublishProgram {

    /** Publications come one after another, so that each knows which was the last. */
    private static final int KEY = 20_040_102;

    private final EntityManager database;
    private final Programs programs;
    private final Rehearsals rehearsals;
    private final Outbox outbox;
    private final Clock clock;

    PublishProgram(EntityManager database, Programs programs, Rehearsals rehearsals, Outbox outbox, Clock clock) {
        this.database = database;
        this.programs = programs;
        this.rehearsals = rehearsals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Publishes the draft of this version, and tells everyone.
     *
     * @param effectiveFrom the first day on which it is in force, in its own time zone
     * @param rehearsalId of a rehearsal of exactly this draft
     * @param by the caller's name
     * @return the version as it will stay
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if there is no such version, 409 if it is published
     *     already, not rehearsed as it is now, or leaves a tier of another version without an heir, 422 if the day is past or
     *     before a version that is published
     */
    @Transactional
    public Program publish(String version, LocalDate effectiveFrom, UUID rehearsalId, String by) {
        database.createNativeQuery("select count(*) from pg_advisory_xact_lock(?1)")
                .setParameter(1, KEY)
                .getSingleResult();
        ProgramRow.mustNotBePublished(version);
        DraftRow row = DraftRow.locked(version).orElseThrow(() -> Problems.notFound("program", version));
        Program draft = row.program();
        // In the database's own precision: what is kept is told to the digit.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        mustBeADayToCome(draft, effectiveFrom, now);
        mustHaveHeirs(draft);
        rehearsals.mustProve(draft, rehearsalId, now);
        Program published = draft.effectiveFrom(effectiveFrom);
        keep(published, rehearsalId, now, by);
        row.delete();
        outbox.append(ProgramPublished.of(published, now, rehearsalId));
        return published;
    }

    private static void mustBeADayToCome(Program draft, LocalDate effectiveFrom, Instant now) {
        LocalDate today = draft.dayOf(now);
        if (effectiveFrom.isBefore(today)) {
            throw Problems.rule("/effectiveFrom", "IN_PAST", "must not be before today, " + today + ".");
        }
        ProgramRow.newest()
                .filter(newest -> effectiveFrom.isBefore(newest.effectiveFrom))
                .ifPresent(newest -> {
                    throw Problems.rule(
                            "/effectiveFrom",
                            "BEFORE_NEWEST",
                            "must not be before " + newest.effectiveFrom + ", the first day of version "
                                    + newest.version + ".");
                });
    }

    /** Partners may stand under any version that was ever published, and every one of them must know where it moves to. */
    private void mustHaveHeirs(Program draft) {
        List<String> left = programs.published().stream()
                .flatMap(program -> program.tiers().stream())
                .map(tier -> tier.code())
                .distinct()
                .filter(code -> draft.heirOf(code).isEmpty())
                .toList();
        if (!left.isEmpty()) {
            throw Problems.conflict(
                    "TIER_WITHOUT_HEIR",
                    "No tier of the draft succeeds " + String.join(", ", left)
                            + ": say in `succeeds` of a tier that it does.");
        }
    }

    private void keep(Program published, UUID rehearsalId, Instant now, String by) {
        database.createNativeQuery("""
                        insert into program (version, effective_from, published_at, published_by, rehearsal_id, document)
                        values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, published.version())
                .setParameter(2, published.effectiveFrom())
                .setParameter(3, now)
                .setParameter(4, by)
                .setParameter(5, rehearsalId)
                .setParameter(6, ProgramText.json(published, null))
                .executeUpdate();
    }
}
