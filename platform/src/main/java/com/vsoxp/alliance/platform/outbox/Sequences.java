package com.vsoxp.alliance.platform.outbox;

import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers the events of each stream without holes. Who has taken places in a stream keeps others from it until its transaction ends, so
 * it can give back what it did not need.
 */
final class Sequences {

    private static final String ALLOT = """
            insert into outbox_sequence (topic, key, last)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (topic, key) do update set last = outbox_sequence.last + excluded.last
            returning topic, key, last""";

    private Sequences() {}

    /** How many events each stream gets; in one order for everybody, so that writers never deadlock. */
    static Map<EventStream, Long> counts(Collection<NewEvent> events) {
        Map<EventStream, Long> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(EventStream.of(event), 1L, Long::sum));
        return counts;
    }

    static Question<Allotted> allot(Map<EventStream, Long> counts) {
        Rows<Map.Entry<EventStream, Long>> asked = new Rows<>(ALLOT, counts.entrySet(), columns -> columns.set(
                        "text", entry -> entry.getKey().topic())
                .set("text", entry -> entry.getKey().key())
                .set("int8", Map.Entry::getValue));
        return new Question<>(asked, row -> {
            EventStream stream = new EventStream(row.getString(1), row.getString(2));
            return new Allotted(stream, counts.get(stream), row.getLong(3));
        });
    }

    /** The first place of each stream that was allotted some, once it is given back what is beyond its count. */
    static Map<EventStream, Long> firsts(Connection connection, List<Allotted> allotted, Map<EventStream, Long> counts)
            throws SQLException {
        Map<EventStream, Long> firsts = new HashMap<>();
        Map<EventStream, Long> unneeded = new TreeMap<>();
        for (Allotted places : allotted) {
            firsts.put(places.stream(), places.last() - places.count() + 1);
            long rest = places.count() - counts.getOrDefault(places.stream(), 0L);
            if (rest > 0) {
                unneeded.put(places.stream(), -rest);
            }
        }
        RoundTrip.ask(connection, allot(unneeded));
        return firsts;
    }
}
