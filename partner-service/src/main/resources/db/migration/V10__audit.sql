-- Who changed what, when and from which request. Rows are only ever added: the service's role gets no right to anything
-- else, and cannot take one, since the table is another role's (docs/adr/0050-append-only-audit.md).
create table audit_entry (
    id          uuid primary key,
    partner_id  uuid,
    action      text        not null,
    subject_id  uuid        not null,
    actor       text        not null,
    client      text,
    roles       text[]      not null,
    request_id  text,
    traceparent text        not null,
    at          timestamptz not null,
    details     jsonb       not null
);

create index audit_entry_of_partner on audit_entry (partner_id, id);

comment on table audit_entry is 'append-only: the service may add rows and read them, nothing else';
