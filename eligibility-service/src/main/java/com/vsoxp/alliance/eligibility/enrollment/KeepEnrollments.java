package com.vsoxp.alliance.eligibility.enrollment;

import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/** Keeps all that is said of enrollments, so that it can be told what was known of one at any moment. */
@UseCase
public class KeepEnrollments {

    private static final String KEEP = """
            insert into enrollment_said (partner_id, sequence, known_at, enrollment_id, status, tier, applied_tier,
                applied_on, since, ended_on)
            select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::timestamptz[]), unnest(?::uuid[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::text[]), unnest(?::date[]), unnest(?::date[]), unnest(?::date[])
            on conflict do nothing""";

    private final DataSource database;

    KeepEnrollments(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps them in the caller's transaction, in one statement.
     *
     * @throws EnrollmentsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(List<EnrollmentNews> said) {
        if (said.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            new ArrayColumns<>(keep, said)
                    .set("uuid", EnrollmentNews::partnerId)
                    .set("int8", EnrollmentNews::sequence)
                    .set("timestamptz", news -> news.knownAt().truncatedTo(ChronoUnit.MICROS))
                    .set("uuid", EnrollmentNews::id)
                    .set("text", EnrollmentNews::status)
                    .set("text", EnrollmentNews::tier)
                    .set("text", EnrollmentNews::appliedTier)
                    .set("date", EnrollmentNews::appliedOn)
                    .set("date", EnrollmentNews::since)
                    .set("date", EnrollmentNews::endedOn);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }
}
