package com.vsoxp.alliance.benefits.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A fact kept: a state that an enrollment was said to be in, under the id of the event that said so. */
@Entity
@Table(name = "enrollment_record")
public class EnrollmentRecord extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    public long sequence;

    @Enumerated(EnumType.STRING)
    public EnrollmentStatus status;

    public String tier;

    public String programVersion;

    public LocalDate tierSince;

    public LocalDate endedOn;

    public Instant recordedAt;

    /** The first day on which it governs the entitlements; null while it moves none. */
    public LocalDate effectiveOn;

    static EnrollmentRecord of(UUID id, UUID partnerId, EnrollmentState state) {
        var fact = new EnrollmentRecord();
        fact.id = id;
        fact.partnerId = partnerId;
        fact.sequence = state.sequence();
        fact.status = state.status();
        fact.tier = state.tier();
        fact.programVersion = state.programVersion();
        fact.tierSince = state.tierSince();
        fact.endedOn = state.endedOn();
        fact.recordedAt = state.recordedAt();
        return fact;
    }

    static List<EnrollmentRecord> ofPartners(Collection<UUID> partnerIds) {
        return list("partnerId in ?1", partnerIds);
    }

    static List<UUID> partnersUnder(String programVersion) {
        return find("select distinct partnerId from EnrollmentRecord where programVersion = ?1", programVersion)
                .project(UUID.class)
                .list();
    }

    /** The state that governed the partner's entitlements on that day; of several on one day, the last. */
    public static Optional<EnrollmentRecord> governing(UUID partnerId, LocalDate day) {
        return find("partnerId = ?1 and effectiveOn <= ?2 order by effectiveOn desc, sequence desc", partnerId, day)
                .firstResultOptional();
    }

    EnrollmentState state() {
        return new EnrollmentState(sequence, status, tier, programVersion, tierSince, endedOn, recordedAt);
    }
}
