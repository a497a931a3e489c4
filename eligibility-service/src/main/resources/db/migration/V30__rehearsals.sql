-- A version of the program run over all partners. While it is RUNNING, the replica that runs it holds an advisory lock.
create table rehearsal (
    id              uuid primary key,
    program_version text        not null,
    -- SHA-256 of the document as it was rehearsed, in hexadecimal: a draft may have changed since.
    document_digest text        not null,
    status          text        not null,
    as_of           date        not null,
    progress        integer     not null default 0,
    -- What it came to, as JSON; written when it is completed.
    summary         text,
    failure         text,
    started_at      timestamptz not null,
    finished_at     timestamptz
);

create index rehearsal_by_start on rehearsal (started_at);
-- One at a time.
create unique index rehearsal_running on rehearsal (status) where status = 'RUNNING';

-- The partners that a rehearsal affects, many to a row: lines of JSON, compressed. They are written while the rehearsal's row
-- is still being updated, so there is no foreign key, which would have to lock it.
create table rehearsal_part (
    rehearsal_id uuid    not null,
    number       integer not null,
    partners     bytea   not null,
    primary key (rehearsal_id, number)
);

alter table rehearsal_part alter column partners set storage external;
