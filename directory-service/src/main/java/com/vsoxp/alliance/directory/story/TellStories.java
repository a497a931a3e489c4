package com.vsoxp.alliance.directory.story;

import com.vsoxp.alliance.directory.publication.PublicationException;
import com.vsoxp.alliance.directory.publication.Turn;
import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells the world what changed of success stories, in one order with what changed of listings. */
@UseCase
public class TellStories {

    private static final String NOW = """
            (select story.partner_id, story.id, story.retracted_on is null and coalesce(listing.listed, false) as shown
             from success_story story left join listing using (partner_id)
             where story.partner_id = any (?)) as now""";

    private static final String IS_NEWS = """
             story.partner_id = now.partner_id and story.id = now.id
              and (story.shown <> now.shown or now.shown and story.told_sequence <> story.sequence)""";

    private static final String ANY_NEWS =
            "select exists (select from success_story story join " + NOW + " on " + IS_NEWS + ")";

    private static final String WRITE = """
            update success_story story
            set shown = now.shown, told_sequence = story.sequence, changed_at = ?,
                position = nextval('publication_position')
            from """ + NOW + " where " + IS_NEWS;

    @Inject
    EntityManager written;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Tells what is otherwise than it was told of these partners' stories; the caller has locked the partners' rows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Collection<UUID> partners) {
        if (partners.isEmpty()) {
            return;
        }
        written.flush();
        try (Connection connection = database.getConnection()) {
            if (isAnyNews(connection, partners)) {
                write(connection, partners);
            }
        } catch (SQLException e) {
            throw new PublicationException("Changes of success stories could not be told", e);
        }
    }

    private static boolean isAnyNews(Connection connection, Collection<UUID> partners) throws SQLException {
        try (var ask = connection.prepareStatement(ANY_NEWS)) {
            ask.setArray(1, SqlArray.ofIds(connection, partners));
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void write(Connection connection, Collection<UUID> partners) throws SQLException {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var takeTurn = connection.prepareStatement(Turn.TAKE);
                var write = connection.prepareStatement(WRITE)) {
            takeTurn.execute();
            write.setObject(1, now);
            write.setArray(2, SqlArray.ofIds(connection, partners));
            write.executeUpdate();
        }
    }
}
