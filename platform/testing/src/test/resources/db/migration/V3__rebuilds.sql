create table rebuild (
    id          uuid primary key,
    status      text        not null,
    phase       text        not null,
    progress    integer     not null default 0,
    summary     text,
    failure     text,
    started_at  timestamptz not null,
    finished_at timestamptz
);

create unique index rebuild_running on rebuild (status) where status = 'RUNNING';
