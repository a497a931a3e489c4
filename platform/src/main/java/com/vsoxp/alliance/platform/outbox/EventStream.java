package com.vsoxp.alliance.platform.outbox;

import java.util.Comparator;

/** Events that everybody gets in their order: those of one topic and key. */
record EventStream(String topic, String key) implements Comparable<EventStream> {

    private static final Comparator<EventStream> ORDER =
            Comparator.comparing(EventStream::topic).thenComparing(EventStream::key);

    static EventStream of(NewEvent event) {
        return new EventStream(event.topic(), event.key());
    }

    @Override
    public int compareTo(EventStream other) {
        return ORDER.compare(this, other);
    }
}
