-- The events of all four topics in one order, for those who cannot reach the broker. See docs/adr/0070-feed.md.
-- Positions are given out under a lock that is held until the commit, so a smaller one never shows up later.
create table event_feed (
    position   bigint generated always as identity primary key,
    event_id   uuid        not null,
    type       text        not null,
    topic      text        not null,
    source     text        not null,
    partner_id uuid,
    time       timestamptz not null,
    sequence   bigint      not null,
    data       bytea       not null
);

create index event_feed_by_partner on event_feed (partner_id, position);
create index event_feed_by_type on event_feed (type, position);

-- One row: which feed this is, since a database made anew numbers the same events otherwise, and how far it was forgotten.
create table event_feed_state (
    only_one       boolean primary key default true check (only_one),
    epoch          uuid   not null default gen_random_uuid(),
    purged_through bigint not null default 0
);

insert into event_feed_state default values;
