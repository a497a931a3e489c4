-- Prices promised to partners. A quote never changes, so its positions are one document, read and written whole.
create table quote (
    id          uuid primary key,
    partner_id  uuid        not null references holder (partner_id),
    issued_at   timestamptz not null,
    issued_on   date        not null,
    valid_until date        not null,
    issued_by   text        not null,
    terms       jsonb       not null,
    constraint quote_is_valid_on_its_day check (issued_on <= valid_until)
);

create index quote_of_partner on quote (partner_id, id desc);

-- One benefit on one day is one look into the index: the latest period that began by then.
create index entitlement_in_force on entitlement (partner_id, code, since desc);
