package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.catalog.ProgramPublished;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Lets this service's events go on after the last that it told of each partner and of the program. In a database that was lost,
 * the next one would be the first again, and consumers pass over what comes before the last they took.
 */
@UseCase
class GoOnCounting {

    private static final String RAISE = """
            with told as (
                select partner_id::text as key, max(sequence) as last from rebuild_decided group by partner_id
                union all
                select ?, ?)
            insert into outbox_sequence (topic, key, last)
            select ?, told.key, told.last from told left join outbox_sequence counted on counted.topic = ? and counted.key = told.key
            where told.last > coalesce(counted.last, 0)
            order by told.key
            on conflict (topic, key) do update set last = greatest(outbox_sequence.last, excluded.last)""";

    /** @param lastOfPrograms the place of the last event about versions of the program; 0 if there is none */
    void afterWhatWasTold(Connection connection, long lastOfPrograms) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
            raise.setString(1, ProgramPublished.STREAM);
            raise.setLong(2, lastOfPrograms);
            raise.setString(3, AllianceTopics.ELIGIBILITY);
            raise.setString(4, AllianceTopics.ELIGIBILITY);
            raise.executeUpdate();
        }
    }
}
