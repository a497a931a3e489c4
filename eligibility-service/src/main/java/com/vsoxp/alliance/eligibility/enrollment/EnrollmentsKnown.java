package com.vsoxp.alliance.eligibility.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What was known of partners' enrollments at a moment. */
@ApplicationScoped
public class EnrollmentsKnown {

    private static final String READ = """
            select sequence, known_at, enrollment_id, status, tier, applied_tier, applied_on, since, ended_on
            from enrollment_said where partner_id = ? and known_at <= ? order by sequence""";

    private final DataSource database;

    EnrollmentsKnown(DataSource database) {
        this.database = database;
    }

    /**
     * The partner as it was known then; empty if nobody had told of it. The row is no stored one.
     *
     * @throws EnrollmentsException if the database does not answer
     */
    @Transactional
    public Optional<PartnerRow> partner(UUID partnerId, Instant knownAt) {
        return PartnerRow.known(partnerId)
                .filter(now -> now.knownAt == null || !now.knownAt.isAfter(knownAt))
                .map(_ -> asKnown(partnerId, knownAt));
    }

    private PartnerRow asKnown(UUID partnerId, Instant knownAt) {
        PartnerRow then = PartnerRow.unheardOf(partnerId);
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, partnerId);
            read.setObject(2, knownAt.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    then.hear(news(partnerId, rows));
                }
            }
            return then;
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }

    private static EnrollmentNews news(UUID partnerId, ResultSet row) throws SQLException {
        return new EnrollmentNews(
                partnerId,
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                null,
                row.getObject(9, LocalDate.class));
    }
}
