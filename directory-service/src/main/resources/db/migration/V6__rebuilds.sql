-- The directory, built anew from the topics while it is read.
create table rebuild (
    id              uuid primary key,
    status          text        not null,
    phase           text        not null,
    progress        integer     not null default 0,
    events          bigint,
    unreadable      bigint,
    partners_mended bigint,
    failure         text,
    started_at      timestamptz not null,
    finished_at     timestamptz
);

-- One at a time.
create unique index rebuild_running on rebuild (status) where status = 'RUNNING';
