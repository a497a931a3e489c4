-- Where events are sent to. See docs/adr/0071-webhooks.md.
create table webhook (
    id                    uuid primary key,
    owner                 text        not null,
    url                   text        not null,
    types                 text[]      not null,
    partner_id            uuid references partner,
    description           text,
    status                text        not null,
    disabled_reason       text,
    disabled_at           timestamptz,
    secret                bytea       not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    created_at            timestamptz not null,
    version               bigint      not null
);

create index webhook_by_owner on webhook (owner, id);

-- How far each is served, apart from what people set: it moves with every event.
create table webhook_progress (
    webhook_id    uuid primary key references webhook on delete cascade,
    position      bigint not null,
    failing_since timestamptz,
    served_by     uuid,
    served_until  timestamptz
);

-- Every event for a webhook: what waits to be sent, and the log of what was.
create table webhook_delivery (
    id               uuid primary key,
    webhook_id       uuid        not null references webhook on delete cascade,
    position         bigint      not null,
    event_id         uuid        not null,
    type             text        not null,
    status           text        not null,
    attempts         integer     not null default 0,
    next_attempt_at  timestamptz,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    last_status      integer,
    last_error       text,
    completed_at     timestamptz,
    unique (webhook_id, position)
);

create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where status = 'PENDING';
create index webhook_delivery_by_status on webhook_delivery (webhook_id, status, position);
create index webhook_delivery_by_event on webhook_delivery (webhook_id, event_id);
create index webhook_delivery_by_attempt on webhook_delivery (webhook_id, last_attempt_at);
create index webhook_delivery_completed on webhook_delivery (completed_at);
