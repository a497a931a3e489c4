package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.gap.NoteSetAside;
import com.vsoxp.alliance.eligibility.intake.PartnersIntake;
import com.vsoxp.alliance.eligibility.intake.SalesIntake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.inbox.SetAside;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events about partners that could not be taken, and were not taken after all under the same sequence. They are gaps: what
 * they say is missing, and must not count against anybody. Nearly always there are none.
 */
final class Untaken {

    private record Place(String topic, String key, long sequence) {}

    private final Map<Place, SetAside> letters = new HashMap<>();
    private final List<SetAside> takenAfterAll = new ArrayList<>();

    void note(SetAside letter) {
        if (!letter.topic().equals(AllianceTopics.ELIGIBILITY) && letter.sequence() != null) {
            letters.put(new Place(letter.topic(), letter.key(), letter.sequence()), letter);
        }
    }

    void taken(ReceivedEvent event) {
        if (!letters.isEmpty()) {
            SetAside letter = letters.remove(new Place(event.topic(), event.key(), event.sequence()));
            if (letter != null) {
                takenAfterAll.add(letter);
            }
        }
    }

    /** Notes those that are not noted. */
    void keep(NoteSetAside gaps, Connection connection) throws SQLException {
        for (SetAside letter : letters.values()) {
            gaps.noteAgain(connection, letter, kindOf(letter));
        }
    }

    /** Forgets those that were taken after all, before or after they were noted here. */
    void forget(NoteSetAside gaps, Connection connection) throws SQLException {
        for (SetAside letter : takenAfterAll) {
            gaps.forget(connection, letter);
        }
    }

    private static String kindOf(SetAside letter) {
        return letter.topic().equals(AllianceTopics.SALES) ? SalesIntake.kindOf(letter) : PartnersIntake.kindOf(letter);
    }
}
