package com.vsoxp.alliance.crooked;

/** Has an entity store itself, and is no use case. */
class SecondHandWriter {

    void write(Ledger ledger) {
        Runnable later = () -> ledger.store();
        later.run();
    }
}
