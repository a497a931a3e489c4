package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.platform.paging.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The order of change, from an instant on. */
record ByChange(Instant since) implements Order<Instant> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public Class<Instant> keyType() {
        return Instant.class;
    }

    @Override
    public Position<Instant> start() {
        return new Position<>(since, BEFORE_ALL);
    }

    @Override
    public Position<Instant> at(Cursor cursor) {
        return new Position<>(cursor.instant(1), cursor.uuid(0));
    }

    @Override
    public Sql following(Position<Instant> position) {
        return new Sql("""
                select c.updated_at as key, c.id from partner c where (c.updated_at, c.id) > (:key, :id)
                order by c.updated_at, c.id""").with("key", position.key()).with("id", position.id());
    }

    @Override
    public Optional<Position<Instant>> nextRange(Position<Instant> position) {
        return Optional.empty();
    }

    @Override
    public Sql key() {
        return new Sql("p.updated_at");
    }
}
