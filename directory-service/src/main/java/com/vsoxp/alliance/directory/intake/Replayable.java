package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An intake whose events can be taken again from the first on, into an empty directory, without the world being told of each. */
public interface Replayable extends Intake {

    /**
     * Does what the events say, within one transaction, and tells nobody.
     *
     * @return the partners of whom something may be shown otherwise now
     * @throws com.vsoxp.alliance.platform.inbox.PoisonEventException before anything is done, if one of them cannot be read
     */
    Set<UUID> apply(List<ReceivedEvent> events);
}
