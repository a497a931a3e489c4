package com.vsoxp.alliance.platform.inbox;

import java.util.List;
import java.util.Set;

/**
 * A door into a service for other services' events. Implementations are application-scoped beans; each gets a consumer of
 * its own, in the group {@code <service>.<name>}.
 */
public interface Intake {

    /** Part of the consumer group and of the inbox's key: never change it, or all events are taken anew. */
    String name();

    Set<String> topics();

    /**
     * Whether it keeps what it hears under keys of its own, so that an event heard again changes nothing: its events are then
     * not remembered, and each is taken as often as it is delivered.
     */
    default boolean bearsRepetition() {
        return false;
    }

    /**
     * Takes a batch, within one transaction that also remembers the events as taken. It holds only events not taken
     * before, unless this bears repetition; those of one key and topic are in their order. What it throws rolls the transaction back: an outage is
     * waited out; otherwise the events are tried one by one, and those that fail alone go to their dead letter topic.
     */
    void take(List<ReceivedEvent> events);

    /** Hears of a record that could not be taken and lies on the dead letter topic now; it may be heard more than once. */
    default void setAside(SetAside letter) {
        // Most need not know: the record comes again when it is replayed.
    }
}
