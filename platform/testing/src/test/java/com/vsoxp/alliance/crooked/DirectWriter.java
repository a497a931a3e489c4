package com.vsoxp.alliance.crooked;

/** Stores an entity, and is no use case. */
class DirectWriter {

    void write(Ledger ledger) {
        ledger.persist();
    }
}
