-- Which tiers each published version of the program has, as its event tells. A published version never changes.
create table published_program (
    version        text primary key,
    effective_from date        not null,
    time_zone      text        not null,
    published_at   timestamptz not null
);

create table program_tier (
    program_version text    not null references published_program,
    code            text    not null,
    name            text    not null,
    rank            integer not null,
    description     text,
    succeeds        text[]  not null default '{}',
    primary key (program_version, code)
);

-- Everybody starts with version 2.0, also before the first event has come.
insert into published_program (version, effective_from, time_zone, published_at)
values ('2.0', '2004-01-01', 'UTC', '2004-01-01T00:00:00Z');

insert into program_tier (program_version, code, name, rank, description) values
    ('2.0', 'RESELLER', 'Reseller Partner', 1,
     'Hardware and software companies whose products complement the help desk, and who market, distribute and support it by a strategy of their own.'),
    ('2.0', 'PREMIER', 'Premier Partner', 2,
     'Systems integrators and consultancies, expert in implementing the help desk, who support the direct sales effort through joint selling.');

-- A tier's place is that of the version in force on the day of the question, and is kept with no listing.
drop index listing_by_tier_rank;
comment on column listing.tier_rank is 'not read any more; replicas of an earlier release write it';
