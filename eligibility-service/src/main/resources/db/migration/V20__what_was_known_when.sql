-- What was known when: every saying carries the time at which its producer recorded it (the event's own time, so that
-- taking the topics from the start again gives the same answers). Null is older than this column: known ever since.
alter table partner add column known_at timestamptz;
alter table fact add column known_at timestamptz, add column withdrawn_known_at timestamptz;

-- What was said of a fact and is not what holds now, since something with a higher sequence was said. A recording has a
-- day, a withdrawal the day it was withdrawn on. Nearly always empty: most facts are said once.
create table fact_past (
    partner_id   uuid   not null,
    id           uuid   not null,
    sequence     bigint not null,
    known_at     timestamptz,
    kind         text   not null,
    on_day       date,
    until_day    date,
    quantity     bigint,
    amount       numeric,
    currency     text,
    withdrawn_on date,
    primary key (partner_id, id, sequence)
);

-- All that was ever said of a partner's enrollments; the row in partner is what the last of it comes to.
create table enrollment_said (
    partner_id    uuid        not null,
    sequence      bigint      not null,
    known_at      timestamptz not null,
    enrollment_id uuid        not null,
    status        text        not null,
    tier          text,
    applied_tier  text,
    applied_on    date,
    since         date,
    ended_on      date,
    primary key (partner_id, sequence)
);
