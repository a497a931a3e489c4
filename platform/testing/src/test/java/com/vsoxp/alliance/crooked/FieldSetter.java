package com.vsoxp.alliance.crooked;

/** Changes an entity, and is no use case. */
class FieldSetter {

    void write(Ledger ledger) {
        ledger.entry = "changed";
    }
}
