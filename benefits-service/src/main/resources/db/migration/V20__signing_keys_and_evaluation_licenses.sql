-- The public keys that were ever published; their private parts are in no database.
create table signing_key (
    kid          text primary key,
    jwk          text        not null,
    published_at timestamptz not null,
    last_held_at timestamptz not null
);

-- What partners are called. Taken from their records by an intake of its own, which also finds those of before this table;
-- so a name may be here before its holder is.
create table holder_name (
    partner_id uuid primary key,
    name       text   not null,
    sequence   bigint not null default 0
);

-- What a partner was granted beyond, or short of, what is granted to every partner.
create table evaluation_terms (
    partner_id     uuid primary key references holder (partner_id),
    most_at_once   int         not null,
    valid_for_days int         not null,
    reason         text        not null,
    set_by         text        not null,
    set_at         timestamptz not null,
    version        bigint      not null
);

create table evaluation_license (
    id                uuid primary key,
    partner_id        uuid        not null references holder (partner_id),
    product           text        not null,
    license_key       text        not null,
    kid               text        not null references signing_key (kid),
    issued_at         timestamptz not null,
    issued_by         text        not null,
    expires_at        timestamptz not null,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text,
    constraint evaluation_license_revoked_whole
        check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3))
);

create index evaluation_license_of_partner on evaluation_license (partner_id, id desc);
-- How many a partner holds now.
create index evaluation_license_standing on evaluation_license (partner_id, expires_at) where revoked_at is null;
