package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.standing.rules.Movement;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A decision as it is kept: written once, never changed. */
@Entity
@Immutable
@Table(name = "decision")
public class DecisionRow extends PanacheEntityBase {

    private static final int MOST_LOOKED_AT = 200;

    /** Later decisions have greater ids. */
    @Id
    public UUID id;

    public UUID partnerId;

    public Instant decidedAt;

    public String programVersion;

    public String engineVersion;

    @Enumerated(EnumType.STRING)
    public Movement movement;

    /** The whole {@link Decision} in its one text. */
    public String content;

    static DecisionRow of(Decision decision) {
        DecisionRow row = new DecisionRow();
        row.id = decision.id();
        row.partnerId = decision.partnerId();
        row.decidedAt = decision.decidedAt();
        row.programVersion = decision.programVersion();
        row.engineVersion = decision.engineVersion();
        row.movement = decision.movement();
        row.content = DecisionText.of(decision);
        return row;
    }

    /** The decision as it was made. */
    Decision read() {
        return DecisionText.read(content);
    }

    /** This decision about this partner. */
    static Optional<DecisionRow> of(UUID partnerId, UUID id) {
        return find("id = ?1 and partnerId = ?2", id, partnerId).firstResultOptional();
    }

    /** The decision about this partner before that one. */
    static Optional<DecisionRow> before(UUID partnerId, UUID id) {
        return find("partnerId = ?1 and id < ?2 order by id desc", partnerId, id)
                .firstResultOptional();
    }

    /**
     * The standing of an enrollment on a day as it was decided by a moment: of the decisions made by then, the latest that
     * is not about a later day.
     */
    public static Optional<Decision> standingThen(UUID partnerId, UUID enrollmentId, LocalDate day, Instant decidedBy) {
        return DecisionRow.<DecisionRow>find(
                        "partnerId = ?1 and decidedAt <= ?2 order by id desc", partnerId, decidedBy)
                .range(0, MOST_LOOKED_AT - 1)
                .list()
                .stream()
                .map(DecisionRow::read)
                .filter(decision -> decision.enrollmentId().equals(enrollmentId)
                        && !decision.effectiveOn().isAfter(day))
                .findFirst();
    }

    /** One page of a partner's decisions, the latest first. */
    static Page<DecisionRow> page(UUID partnerId, PageRequest request) {
        return Page.byId(
                DecisionRow.<DecisionRow>find(
                        "partnerId = ?1 and id < ?2 order by id desc", partnerId, request.beforeId()),
                request,
                row -> row.id);
    }
}
