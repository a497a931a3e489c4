-- By which token the world asks about an enrollment. Taken from the partners' facts by an intake of its own, which also finds
-- those of before this table.
create table logo_grant (
    partner_id    uuid    not null,
    enrollment_id uuid    not null,
    token         text    not null unique,
    status        text    not null,
    sequence      bigint  not null default 0,
    held          boolean not null default false,
    primary key (partner_id, enrollment_id)
);
