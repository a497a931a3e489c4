-- btree_gist is a trusted extension: the role that owns the database may create it.
create extension if not exists btree_gist;

-- What a published version of the program gives to each tier. A published version never changes.
create table published_program (
    version      text primary key,
    time_zone    text not null,
    published_at timestamptz not null
);

create table program_benefit (
    program_version text  not null references published_program (version),
    position        smallint     not null,
    code            text  not null,
    tier            text  not null,
    title           text not null,
    benefit_value   text  not null,
    primary key (program_version, code, tier)
);

-- A partner that exists, with the standing its entitlements follow; no standing, if it never held any.
create table holder (
    partner_id      uuid primary key,
    status          text,
    tier            text,
    program_version text,
    effective_on    date
);

-- Every state an enrollment was said to be in: the facts that entitlements are derived from.
create table enrollment_record (
    id              uuid primary key,
    partner_id      uuid        not null references holder (partner_id),
    sequence        bigint      not null,
    status          text not null,
    tier            text,
    program_version text,
    tier_since      date,
    ended_on        date,
    recorded_at     timestamptz not null,
    effective_on    date,
    unique (partner_id, sequence)
);

comment on column enrollment_record.effective_on is
    'first day on which this state governs the entitlements; null while it moves none (a repetition, or its program is not known yet)';

create index enrollment_record_by_day on enrollment_record (partner_id, effective_on desc, sequence desc)
    where effective_on is not null;
create index enrollment_record_by_program on enrollment_record (program_version, partner_id);

-- Derived, and rebuilt whenever a fact arrives: [since, until), never two values of one benefit on one day.
create table entitlement (
    id              uuid primary key,
    partner_id      uuid        not null references holder (partner_id),
    code            text not null,
    benefit_value   text not null,
    withheld        text,
    since           date        not null,
    until           date,
    program_version text not null,
    tier            text not null,
    constraint entitlement_half_open check (until is null or since < until),
    constraint entitlement_never_overlaps exclude using gist
        (partner_id with =, code with =, daterange(since, until) with &&) deferrable initially deferred
);

create index entitlement_history on entitlement (partner_id, since desc, code);
