package com.vsoxp.alliance.crooked;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.MappedSuperclass;

/** Stands for an entity, without being one that the tests' database must have. */
@MappedSuperclass
class Ledger extends PanacheEntityBase {

    public String entry;

    void store() {
        persist();
    }
}
