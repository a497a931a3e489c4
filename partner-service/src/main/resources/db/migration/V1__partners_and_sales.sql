-- Names are searched with accents, case and typing errors forgiven. Both extensions are trusted: the owner of the
-- database may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is only stable, since its dictionary could be changed; ours is not, and an index needs immutable.
create function searchable(text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table partner (
    id            uuid primary key,
    profile       jsonb       not null,
    status        text,
    tier          text,
    registered_at timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint      not null,
    country       text generated always as (profile ->> 'country') stored,
    search_text   text generated always as
        (searchable((profile ->> 'name') || ' ' || coalesce(profile ->> 'legalName', ''))) stored
);

create index partner_by_status on partner (status, id);
create index partner_by_tier on partner (tier, id);
create index partner_by_country on partner (country, id);
create index partner_by_change on partner (updated_at, id);
create index partner_by_text on partner using gin (search_text gin_trgm_ops);

-- The key is claimed before the partner's own row is there, hence deferred.
create table partner_external_id (
    system      text not null,
    external_id text not null,
    partner_id  uuid not null references partner deferrable initially deferred,
    primary key (system, external_id),
    unique (partner_id, system) deferrable initially deferred
);

create table enrollment (
    id                          uuid primary key,
    partner_id                  uuid   not null references partner,
    status                      text   not null,
    applied_tier                text   not null,
    applied_on                  date   not null,
    tier                        text,
    program_version             text,
    since                       date,
    tier_since                  date,
    pending_tier                text,
    pending_program_version     text,
    ended_on                    date,
    reason                      text,
    standing_status             text,
    standing_since              date,
    standing_cure_ends_on       date,
    standing_unmet              text[],
    evaluated_sequence          bigint not null,
    version                     bigint not null
);

-- A partner has one open enrollment at most, whatever two callers do at once.
create unique index enrollment_open on enrollment (partner_id) where status in ('APPLIED', 'ACTIVE', 'SUSPENDED');
create index enrollment_of_partner on enrollment (partner_id, id desc);

create table fee_payment (
    id            uuid primary key,
    partner_id    uuid           not null references partner,
    amount        numeric(19, 4) not null,
    currency      text           not null,
    paid_on       date           not null,
    reference     text           not null,
    recorded_at   timestamptz    not null,
    refunded_on   date,
    refund_reason text,
    version       bigint         not null
);

create index fee_payment_of_partner on fee_payment (partner_id, id);

create table attestation (
    id             uuid primary key,
    partner_id     uuid        not null references partner,
    kind           text        not null,
    evidence_url   text,
    statement      text,
    status         text        not null,
    submitted_at   timestamptz not null,
    verified_on    date,
    valid_until    date,
    decided_at     timestamptz,
    reason         text,
    version        bigint      not null
);

create index attestation_of_partner on attestation (partner_id, id);

create table consultant (
    id            uuid primary key,
    partner_id    uuid        not null references partner,
    name          text        not null,
    email         text        not null,
    email_digest  text        not null,
    course        text        not null,
    certified_on  date        not null,
    expires_on    date,
    left_on       date,
    recorded_at   timestamptz not null,
    version       bigint      not null
);

-- One person is on one partner's staff at a time.
create unique index consultant_on_staff on consultant (email_digest) where left_on is null;
create index consultant_of_partner on consultant (partner_id, id);

create table success_story (
    id                uuid primary key,
    partner_id        uuid        not null references partner,
    title             text        not null,
    customer          text        not null,
    summary           text,
    body              text,
    url               text,
    status            text        not null,
    submitted_at      timestamptz not null,
    published_on      date,
    retracted_on      date,
    retraction_reason text,
    version           bigint      not null
);

create index success_story_of_partner on success_story (partner_id, id);

create table contact (
    id            uuid primary key,
    partner_id    uuid        not null references partner,
    name          text        not null,
    email         text        not null,
    email_digest  text        not null,
    phone         text,
    scopes        text[]      not null,
    authorized_on date        not null,
    version       bigint      not null,
    unique (partner_id, email_digest)
);

create index contact_of_partner on contact (partner_id, id);

create table sale (
    id                uuid primary key,
    partner_id        uuid           not null references partner,
    system            text           not null,
    order_number      text           not null,
    product           text           not null,
    licenses          integer        not null check (licenses > 0),
    list_amount       numeric(19, 4) not null,
    net_amount        numeric(19, 4) not null,
    currency          text           not null,
    sold_on           date           not null,
    recorded_at       timestamptz    not null,
    licenses_reversed integer        not null default 0 check (licenses_reversed between 0 and licenses),
    version           bigint         not null default 0,
    unique (system, order_number)
);

create index sale_of_partner on sale (partner_id, sold_on, id);
create index sale_by_day on sale (sold_on, id);

create table sale_reversal (
    id          uuid primary key,
    sale_id     uuid        not null references sale,
    licenses    integer     not null check (licenses > 0),
    reason      text        not null,
    reversed_at timestamptz not null
);

create index sale_reversal_of_sale on sale_reversal (sale_id, id);
