-- A version of the program run over all partners. While it is RUNNING, the replica that runs it holds an advisory lock.
create table rehearsal (
    id              uuid primary key,
    program_version text        not null,
    -- SHA-256 of the document as it was rehearsed, in hexadecimal: a draft may have changed since.
    document_digest text        not null,
    status          text        not null,
    as_of           date        not null,
    progress        integer     not null default 0,
    -- Written when it is completed: what it came to, and the names behind the numbers in its parts.
    summary         text,
    legend          text,
    failure         text,
    started_at      timestamptz not null,
    finished_at     timestamptz
);

create index rehearsal_by_start on rehearsal (started_at);
create index rehearsal_running on rehearsal (id) where status = 'RUNNING';

-- The partners that a rehearsal affects, many to a row, packed as RehearsedPartner says. Packed bytes do not shrink further.
create table rehearsal_part (
    rehearsal_id uuid    not null references rehearsal on delete cascade,
    number       integer not null,
    partners     bytea   not null,
    primary key (rehearsal_id, number)
);

alter table rehearsal_part alter column partners set storage external;
