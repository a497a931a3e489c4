package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Active;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Applied;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Rejected;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Suspended;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Terminated;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Withdrawn;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Membership;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Qualification;
import com.vsoxp.alliance.partner.enrollment.standing.Standing;
import com.vsoxp.alliance.partner.enrollment.term.Term;
import com.vsoxp.alliance.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A partner's way through the alliance, from one application to its end. Its rules are those of {@link EnrollmentState}. */
@Entity
@Table(name = "enrollment")
public class Enrollment extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    @Enumerated(EnumType.STRING)
    public EnrollmentStatus status;

    public String appliedTier;

    public LocalDate appliedOn;

    public String tier;

    public String programVersion;

    public LocalDate since;

    public LocalDate tierSince;

    /** From here the terms are counted; null unless a tier is held. */
    public LocalDate termAnchor;

    /** Which of them it was last renewed for. */
    public Integer termNumber;

    public String pendingTier;

    public String pendingProgramVersion;

    public LocalDate endedOn;

    public String reason;

    /** Null until the evaluation has said something. */
    @Embedded
    @AttributeOverride(name = "status", column = @Column(name = "standing_status"))
    @AttributeOverride(name = "since", column = @Column(name = "standing_since"))
    @AttributeOverride(name = "cureEndsOn", column = @Column(name = "standing_cure_ends_on"))
    @AttributeOverride(name = "unmet", column = @Column(name = "standing_unmet"))
    @AttributeOverride(name = "nextTransitionOn", column = @Column(name = "standing_next_transition_on"))
    public Standing standing;

    /** The last word of the evaluation that was heeded: an older one comes too late. */
    public long evaluatedSequence;

    @Version
    public long version;

    /** A fresh application. */
    static Enrollment apply(UUID partnerId, String tier, LocalDate today) {
        Enrollment enrollment = new Enrollment();
        enrollment.id = Ids.next();
        enrollment.partnerId = partnerId;
        enrollment.appliedTier = tier;
        enrollment.appliedOn = today;
        enrollment.become(new Applied(null));
        return enrollment;
    }

    /** The partner's latest enrollment, open or not. */
    public static Optional<Enrollment> latestOf(UUID partnerId) {
        return find("partnerId", Sort.descending("id"), partnerId).firstResultOptional();
    }

    /** Keeps what is to be restored if the merge that is about to end the enrollment is undone. */
    void keepBeforeMerge() {
        flush();
        getEntityManager()
                .createNativeQuery("update enrollment e set before_merge = to_jsonb(e) - 'before_merge' where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Restores what a merge ended; answers whether there was such a thing. What was heard of it since stays heard. */
    boolean restoreFromBeforeMerge() {
        int restored =
                getEntityManager().createNativeQuery("""
                        update enrollment e set
                            (status, tier, program_version, since, tier_since, term_anchor, term_number, pending_tier,
                             pending_program_version, ended_on, reason, standing_status, standing_since, standing_cure_ends_on, standing_unmet,
                             standing_next_transition_on, standing_loss_on, standing_loss_falls_to, standing_loss_requirements)
                            = (select status, tier, program_version, since, tier_since, term_anchor, term_number,
                                   pending_tier, pending_program_version, ended_on, reason, standing_status, standing_since,
                                   standing_cure_ends_on, standing_unmet, standing_next_transition_on, standing_loss_on,
                                   standing_loss_falls_to, standing_loss_requirements
                               from jsonb_populate_record(cast(null as enrollment), e.before_merge)),
                            before_merge = null, version = version + 1
                        where id = :id and before_merge is not null""").setParameter("id", id).executeUpdate();
        getEntityManager().refresh(this);
        return restored == 1;
    }

    /** The enrollment as the rules see it. */
    EnrollmentState state() {
        return switch (status) {
            case APPLIED -> new Applied(pending());
            case ACTIVE -> new Active(membership(), pending(), reason);
            case SUSPENDED -> new Suspended(membership(), pending(), reason);
            case TERMINATED -> new Terminated(since, endedOn, reason);
            case REJECTED -> new Rejected(endedOn, reason);
            case WITHDRAWN -> new Withdrawn(since, endedOn, reason);
        };
    }

    /** Takes over what the rules say. */
    final void become(EnrollmentState next) {
        status = next.status();
        switch (next) {
            case Applied(Qualification waiting) -> hold(null, waiting, null);
            case Active(Membership membership, Qualification waiting, String why) -> hold(membership, waiting, why);
            case Suspended(Membership membership, Qualification waiting, String why) -> hold(membership, waiting, why);
            case Terminated(LocalDate _, LocalDate on, String why) -> end(on, why);
            case Rejected(LocalDate on, String why) -> end(on, why);
            case Withdrawn(LocalDate _, LocalDate on, String why) -> end(on, why);
        }
    }

    private void hold(Membership membership, Qualification waiting, String why) {
        tier = membership == null ? null : membership.held().tier();
        programVersion = membership == null ? null : membership.held().programVersion();
        since = membership == null ? null : membership.since();
        tierSince = membership == null ? null : membership.tierSince();
        keep(membership == null ? null : membership.term());
        pendingTier = waiting == null ? null : waiting.tier();
        pendingProgramVersion = waiting == null ? null : waiting.programVersion();
        reason = why;
    }

    /** {@code since} stays: it tells how long the enrollment lasted. */
    private void end(LocalDate on, String why) {
        tier = null;
        tierSince = null;
        keep(null);
        pendingTier = null;
        pendingProgramVersion = null;
        standing = null;
        endedOn = on;
        reason = why;
    }

    private void keep(Term term) {
        termAnchor = term == null ? null : term.anchor();
        termNumber = term == null ? null : term.number();
    }

    /** The year it was last renewed for; null unless a tier is held. */
    Term term() {
        return termAnchor == null ? null : new Term(termAnchor, termNumber);
    }

    private Membership membership() {
        return new Membership(new Qualification(tier, programVersion), since, tierSince, term());
    }

    private Qualification pending() {
        return pendingTier == null ? null : new Qualification(pendingTier, pendingProgramVersion);
    }
}
