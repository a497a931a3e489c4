-- All that is known of partners, built anew from the topics. A rebuild first reads every event into the staging tables, makes
-- of them what should stand, and then mends what does not. None of it is worth a log: a rebuild that ends early begins anew.
create table rebuild (
    id          uuid primary key,
    status      text        not null,
    phase       text        not null,
    progress    integer     not null default 0,
    summary     text,
    failure     text,
    started_at  timestamptz not null,
    finished_at timestamptz
);

-- One at a time.
create unique index rebuild_running on rebuild (status) where status = 'RUNNING';

create unlogged table rebuild_fact_said (
    partner_id    uuid    not null,
    id            uuid    not null,
    withdrawn     boolean not null,
    sequence      bigint  not null,
    known_at      timestamptz,
    kind          text    not null,
    -- Of a withdrawal: the day from which it counts no longer.
    on_day        date,
    until_day     date,
    quantity      bigint,
    amount        numeric,
    currency      text,
    list_minor    bigint,
    list_currency text,
    of_sale       uuid
);

-- That a partner exists (without an enrollment), or what its enrollment is; in the order of the topic.
create unlogged table rebuild_partner_said (
    place         bigint generated always as identity,
    partner_id    uuid not null,
    sequence      bigint,
    known_at      timestamptz,
    enrollment_id uuid,
    status        text,
    tier          text,
    applied_tier  text,
    applied_on    date,
    since         date,
    term_ends_on  date,
    ended_on      date
);

-- What this service told of its own decisions.
create unlogged table rebuild_decided (
    partner_id uuid        not null,
    sequence   bigint      not null,
    told_at    timestamptz not null,
    type       text        not null,
    data       text        not null
);

-- Partners about whom something does not stand as it should.
create unlogged table rebuild_differing (partner_id uuid primary key);

-- What should stand. Whoever adds a column to one of the tables adds it here too; RebuildTest sees to it.
create unlogged table rebuilt_fact (like fact);
create unlogged table rebuilt_fact_past (like fact_past);
create unlogged table rebuilt_enrollment_said (like enrollment_said);
create unlogged table rebuilt_partner (like partner);
create unlogged table rebuilt_standing (like standing);
alter table rebuilt_standing drop column loses_on_or_never, drop column due_on;

grant truncate, maintain on rebuild_fact_said, rebuild_partner_said, rebuild_decided, rebuild_differing,
    rebuilt_fact, rebuilt_fact_past, rebuilt_enrollment_said, rebuilt_partner, rebuilt_standing to ${service_role};
