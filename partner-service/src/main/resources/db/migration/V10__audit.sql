-- Who changed what, when and from which request. Rows are only ever added: this grant is all that the role has which the
-- service works with, and since the table is another role's, it cannot take more (docs/adr/0050).
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

grant select, insert on audit_entry to "${service_role}";
