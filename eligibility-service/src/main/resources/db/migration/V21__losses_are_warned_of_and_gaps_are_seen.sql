-- Subscribers are warned of a loss ahead. What they were told last and when decides when they are told again, so it is
-- kept beside the standing, under the same lock: each warning is told once, whichever replica finds it.
alter table standing
    add column next_notice_on date,
    add column told_loss_on   date,
    add column told_at        date,
    -- Required requirements on which the data at hand does not tell.
    add column indeterminate  text[] not null default '{}';

-- The next look works the day out exactly.
update standing set next_notice_on = loses_on - 90 where loses_on is not null;

-- What the sweep looks for: the next day on which time alone moves or tells something.
alter table standing add column due_on date generated always as (least(next_transition_on, next_notice_on)) stored;
create index standing_due_on on standing (due_on) where due_on is not null;
drop index standing_due;

create index standing_by_tier_and_loss on standing (tier, loses_on_or_never, partner_id);
create index standing_by_tier_status_and_loss on standing (tier, status, loses_on_or_never, partner_id);

-- An event about a partner that could not be taken lies on the dead letter topic. Until it is taken, what it says is
-- missing, and its partner's unmet requirements are indeterminate.
create table event_set_aside (
    partner_id   uuid        not null,
    topic        text        not null,
    sequence     bigint      not null,
    event_id     uuid,
    type         text,
    -- The kind of fact it is about; null where it may be about any.
    kind         text,
    reason       text        not null,
    set_aside_at timestamptz not null,
    primary key (partner_id, topic, sequence)
);

-- What is missing of whom, listed by partner.
create index standing_indeterminate on standing (partner_id) where indeterminate <> '{}';
create index partner_unknown on partner (id) where not known;
create index partner_without_dates on partner (id)
    where enrollment_status in ('APPLIED', 'ACTIVE', 'SUSPENDED')
        and (applied_on is null or since is null and enrollment_status <> 'APPLIED');

-- Decisions are kept as they were made: not even the service can change one.
comment on table decision is 'append-only: the service may add rows and read them, nothing else';
revoke update, delete, truncate on decision from ${service_role};
