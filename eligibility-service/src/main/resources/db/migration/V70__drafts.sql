-- A version of the program that is being written. It is no more a draft once it is published.
create table program_draft (
    version    text primary key,
    document   text        not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

-- Who published a version, and on which rehearsal; null for the one that the service is shipped with.
alter table program
    add column published_by text,
    add column rehearsal_id uuid;

comment on table program is 'append-only: a published version never changes, not even by the service itself';
revoke update, delete, truncate on program from ${service_role};
