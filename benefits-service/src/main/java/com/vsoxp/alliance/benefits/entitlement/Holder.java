package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A partner that exists, with the standing that its entitlements follow now. */
@Entity
@Table(name = "holder")
public class Holder extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    /** Null, like the rest, if the partner never held a tier. */
    @Enumerated(EnumType.STRING)
    public EnrollmentStatus status;

    public String tier;

    public String programVersion;

    public LocalDate effectiveOn;

    static Holder of(UUID partnerId) {
        var holder = new Holder();
        holder.partnerId = partnerId;
        return holder;
    }

    /** Locked in the order of their ids, so that two writers never wait for each other. */
    static List<Holder> lock(Collection<UUID> partnerIds) {
        return Holder.<Holder>find("partnerId in ?1 order by partnerId", partnerIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether any fact about this partner has arrived. */
    public static boolean exists(UUID partnerId) {
        return findById(partnerId) != null;
    }

    /**
     * A known partner, held until the transaction ends: what is done about its benefits is done one thing after another, and
     * never beside a change of its entitlements.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if no fact about it has arrived
     */
    public static Holder require(UUID partnerId) {
        return Holder.<Holder>findByIdOptional(partnerId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("partner", partnerId));
    }

    /** The partner, or 404 if no fact about it has arrived. */
    public static Holder known(UUID partnerId) {
        return Holder.<Holder>findByIdOptional(partnerId).orElseThrow(() -> Problems.notFound("partner", partnerId));
    }

    boolean follows(Standing standing) {
        return status == standing.status()
                && standing.tier().equals(tier)
                && standing.programVersion().equals(programVersion);
    }

    void follow(Standing standing) {
        status = standing.status();
        tier = standing.tier();
        programVersion = standing.programVersion();
        effectiveOn = standing.from();
    }
}
