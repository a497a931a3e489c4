package com.vsoxp.alliance.straight;

import com.vsoxp.alliance.platform.outbox.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.util.List;

/** Writes as a use case does; marked as one by {@link com.vsoxp.alliance.platform.usecase.UseCase}. */
@com.vsoxp.alliance.platform.usecase.UseCase
class KeepBooks {

    void keep(PanacheEntityBase entity, Outbox outbox) {
        Runnable both = () -> {
            entity.persist();
            outbox.append(List.of());
        };
        both.run();
    }
}
