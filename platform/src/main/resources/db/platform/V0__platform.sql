-- Delivery tables, the same in every service. See docs/adr/0002-outbox-relay.md and 0003-inbox.md.

-- The last sequence given out per stream. Its row lock also makes one key's events commit in the order of their ids.
create table outbox_sequence (
    topic text   not null,
    key   text   not null,
    last  bigint not null,
    primary key (topic, key)
);

-- Events that are committed but not yet acknowledged by the broker. Normally all but empty, and always short-lived:
-- hence the eager vacuum, so that the relay never wades through dead rows.
create table outbox (
    id          bigint generated always as identity primary key,
    shard       smallint    not null,
    topic       text        not null,
    key         text        not null,
    sequence    bigint      not null,
    event_id    uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    traceparent text,
    data        bytea       not null,
    appended_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index outbox_by_shard on outbox (shard, id);

-- Every event ever taken, per intake: an event has its effect once, however often it is delivered or replayed.
create table inbox (
    event_id uuid        not null,
    intake   text        not null,
    taken_at timestamptz not null default now(),
    primary key (event_id, intake)
);
