package com.vsoxp.alliance.eligibility.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of a partner and its latest enrollment. Whoever evaluates a partner holds the lock of this row, since
 * facts of two topics and the passing of time may come at once.
 */
@Entity
@Table(name = "partner")
public class PartnerRow extends PanacheEntityBase {

    @Id
    public UUID id;

    /** Whether the partner service told of it; until then there may only be facts. */
    public boolean known;

    /** Since when it could be known; null if it is not, or if it was before this was noted. */
    public Instant knownAt;

    public long enrollmentSequence;

    public UUID enrollmentId;

    public String enrollmentStatus;

    public String tier;

    public String appliedTier;

    public LocalDate appliedOn;

    public LocalDate since;

    public LocalDate termEndsOn;

    public LocalDate endedOn;

    public LocalDate previousEndedOn;

    /** A partner of which nothing was heard. */
    public static PartnerRow unheardOf(UUID id) {
        PartnerRow row = new PartnerRow();
        row.id = id;
        return row;
    }

    /** From the columns in the order in which {@link LockPartners} reads them. */
    static PartnerRow read(ResultSet row) throws SQLException {
        PartnerRow partner = unheardOf(row.getObject(1, UUID.class));
        partner.known = row.getBoolean(2);
        Timestamp knownAt = row.getTimestamp(3);
        partner.knownAt = knownAt == null ? null : knownAt.toInstant();
        partner.enrollmentSequence = row.getLong(4);
        partner.enrollmentId = row.getObject(5, UUID.class);
        partner.enrollmentStatus = row.getString(6);
        partner.tier = row.getString(7);
        partner.appliedTier = row.getString(8);
        partner.appliedOn = row.getObject(9, LocalDate.class);
        partner.since = row.getObject(10, LocalDate.class);
        partner.endedOn = row.getObject(11, LocalDate.class);
        partner.previousEndedOn = row.getObject(12, LocalDate.class);
        partner.termEndsOn = row.getObject(13, LocalDate.class);
        return partner;
    }

    /** The partners of these ids, by id. */
    public static Map<UUID, PartnerRow> ofIds(Collection<UUID> ids) {
        return rows(getEntityManager()
                        .createNativeQuery(
                                "select * from partner where id = any(cast(:ids as uuid[]))", PartnerRow.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    /** The partner, if the partner service told of it. */
    public static Optional<PartnerRow> known(UUID id) {
        return find("id = ?1 and known", id).firstResultOptional();
    }

    /** It is known to exist, and was from this moment on. */
    public void register(Instant at) {
        // In the database's own precision, which would round it up.
        Instant since = at.truncatedTo(ChronoUnit.MICROS);
        knownAt = !known || knownAt != null && since.isBefore(knownAt) ? since : knownAt;
        known = true;
    }

    /** Takes over what is said of the enrollment, unless something later was said before. */
    public void hear(EnrollmentNews news) {
        register(news.knownAt());
        if (news.sequence() <= enrollmentSequence) {
            return;
        }
        if (!news.id().equals(enrollmentId)) {
            previousEndedOn = endedOn != null ? endedOn : previousEndedOn;
        }
        enrollmentSequence = news.sequence();
        enrollmentId = news.id();
        enrollmentStatus = news.status();
        tier = news.tier();
        appliedTier = news.appliedTier();
        appliedOn = news.appliedOn();
        since = news.since();
        termEndsOn = news.termEndsOn();
        endedOn = news.endedOn();
    }

    /** The enrollment, while it is open. */
    public Optional<Enrollment> openEnrollment() {
        return EnrollmentNews.isOpen(enrollmentStatus)
                ? Optional.of(new Enrollment(enrollmentId, tier, appliedTier, termEndsOn, dates()))
                : Optional.empty();
    }

    /** The days an evaluation depends on; without an open enrollment those of one that began now. */
    public EnrollmentDates dates() {
        return EnrollmentNews.isOpen(enrollmentStatus)
                ? new EnrollmentDates(appliedOn, since, previousEndedOn)
                : new EnrollmentDates(null, null, endedOn);
    }

    @SuppressWarnings("unchecked")
    private static List<PartnerRow> rows(List<?> rows) {
        return (List<PartnerRow>) rows;
    }
}
