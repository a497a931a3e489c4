-- Published versions of the program. A published one never changes.
create table program (
    version        text primary key,
    effective_from date        not null,
    published_at   timestamptz not null,
    document       text        not null
);

-- What is known of a partner, and the lock under which anything about it is evaluated: facts from two topics and the
-- sweep meet here. It exists from the first event about the partner, which may well be a sale.
create table partner (
    id                  uuid primary key,
    known               boolean not null default false,
    enrollment_sequence bigint  not null default 0,
    enrollment_id       uuid,
    enrollment_status   text,
    tier                text,
    applied_tier        text,
    applied_on          date,
    since               date,
    ended_on            date,
    previous_ended_on   date
);

-- What happened to a partner, under the id its producer gave it. That it was recorded and that it was withdrawn are
-- two statements, each guarded by its own sequence, so that they may come in any order.
create table fact (
    partner_id         uuid   not null,
    id                 uuid   not null,
    kind               text   not null,
    sequence           bigint not null default 0,
    on_day             date,
    until_day          date,
    quantity           bigint,
    amount             numeric,
    currency           text,
    withdrawn_sequence bigint not null default 0,
    withdrawn_on       date,
    primary key (partner_id, id)
);

-- Where a partner stands in its open enrollment.
create table standing (
    partner_id         uuid primary key,
    enrollment_id      uuid   not null,
    program_version    text   not null,
    status             text   not null,
    tier               text,
    pending_tier       text,
    since              date,
    cure_ends_on       date,
    unmet              text[] not null,
    next_transition_on date,
    loses_on           date,
    falls_to           text,
    -- Lists are read in this order; who loses nothing comes last.
    loses_on_or_never  date   not null generated always as (coalesce(loses_on, date '9999-12-31')) stored
);

create index standing_due on standing (next_transition_on) where next_transition_on is not null;
create index standing_by_loss on standing (loses_on_or_never, partner_id);
create index standing_by_status_and_loss on standing (status, loses_on_or_never, partner_id);

-- Every decision, with all it was made from. Rows are never changed.
create table decision (
    id              uuid primary key,
    partner_id      uuid        not null,
    decided_at      timestamptz not null,
    program_version text        not null,
    engine_version  text        not null,
    movement        text        not null,
    content         text        not null
);

create index decision_by_partner on decision (partner_id, id desc);
