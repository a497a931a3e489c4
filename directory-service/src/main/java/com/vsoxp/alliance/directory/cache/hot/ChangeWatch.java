package com.vsoxp.alliance.directory.cache.hot;

import com.vsoxp.alliance.directory.publication.Turn;
import com.vsoxp.alliance.platform.resilience.Patience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Hears of all that any replica tells the world, and spoils what this one has in memory of it. The database calls when something is
 * committed; a look every second stands behind that. Holds one connection.
 */
@ApplicationScoped
class ChangeWatch implements Runnable {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
    private static final int LOOK_AT_LEAST_EVERY_MILLIS = 1_000;

    /** Between two looks, so that many small commits cost one. */
    private static final Duration BREATH = Duration.ofMillis(20);

    /** More than that at once are not looked at one by one. */
    private static final int MOST = 2_000;

    private static final String NEWS = """
            select slug, changed_at, position from (
                (select slug, changed_at, position from publication where position > ? order by position limit ?)
                union all
                (select shown.slug, story.changed_at, story.position
                 from success_story story
                 left join publication shown on shown.partner_id = story.partner_id and shown.listing is not null
                 where story.position > ? order by story.position limit ?)) as news
            order by position""";

    private static final String END = """
            select greatest(coalesce((select max(position) from publication), 0),
                            coalesce((select max(position) from success_story), 0)),
                   greatest((select changed_at from publication order by position desc limit 1),
                            (select changed_at from success_story where position is not null order by position desc limit 1))""";

    private final DataSource database;
    private final Freshness freshness;
    private final Patience patience = new Patience(Duration.ofSeconds(5));
    private final Thread thread =
            Thread.ofPlatform().name("change-watch").daemon().unstarted(this);
    private volatile boolean stopping;
    private long position;

    ChangeWatch(DataSource database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    @Override
    public void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.warnf("Changes are not heard of: %s", e.getMessage());
                    patience.pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        var bell = connection.unwrap(PGConnection.class);
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + Turn.CHANNEL);
        }
        learnPrograms(connection);
        beginAtTheEnd(connection);
        while (!stopping) {
            var calls = bell.getNotifications(LOOK_AT_LEAST_EVERY_MILLIS);
            if (!look(connection) && calls != null && calls.length > 0) {
                learnPrograms(connection);
                freshness.changed(freshness.ofDirectory().directoryChangedAt());
            }
            freshness.hear();
            patience.reset();
            Thread.sleep(BREATH);
        }
    }

    /** What was told while nobody listened is not known one by one. */
    private void beginAtTheEnd(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement(END);
                var end = ask.executeQuery()) {
            end.next();
            position = end.getLong(1);
            freshness.changedUnseen(end.getObject(2, OffsetDateTime.class));
        }
        freshness.hear();
    }

    private void learnPrograms(Connection connection) throws SQLException {
        var begins = LongStream.builder();
        try (var ask = connection.prepareStatement("select effective_from, time_zone from published_program");
                var programs = ask.executeQuery()) {
            while (programs.next()) {
                begins.add(programs.getObject(1, LocalDate.class)
                        .atStartOfDay(ZoneId.of(programs.getString(2)))
                        .toInstant()
                        .toEpochMilli());
            }
        }
        freshness.programsBegin(begins.build().toArray());
    }

    private boolean look(Connection connection) throws SQLException {
        var found = 0;
        try (var ask = connection.prepareStatement(NEWS)) {
            ask.setLong(1, position);
            ask.setInt(2, MOST);
            ask.setLong(3, position);
            ask.setInt(4, MOST);
            try (var news = ask.executeQuery()) {
                while (news.next()) {
                    var slug = news.getString(1);
                    var at = news.getObject(2, OffsetDateTime.class).toInstant();
                    if (slug == null) {
                        freshness.changed(at);
                    } else {
                        freshness.changed(slug, at);
                    }
                    position = Math.max(position, news.getLong(3));
                    found++;
                }
            }
        }
        if (found >= MOST) {
            beginAtTheEnd(connection);
        }
        return found > 0;
    }
}
