package com.vsoxp.alliance.crooked;

import com.vsoxp.alliance.platform.outbox.Outbox;
import java.util.List;

/** Tells the world, and is no use case. */
class Teller {

    void tell(Outbox outbox) {
        outbox.append(List.of());
    }
}
