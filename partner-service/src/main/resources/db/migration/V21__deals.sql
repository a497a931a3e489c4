create table deal (
    id                uuid primary key,
    partner_id        uuid           not null references partner,
    status            text           not null,
    customer_name     text           not null,
    customer_country  text           not null,
    customer_website  text,
    customer_key      text           not null,
    customer_host     text,
    product           text           not null,
    expected_licenses integer        not null check (expected_licenses > 0),
    expected_amount   numeric(19, 4) not null,
    currency          text           not null,
    stage             text           not null,
    expected_close_on date           not null,
    notes             text,
    registered_at     timestamptz    not null,
    expires_on        date           not null,
    decided_at        timestamptz,
    reason            text,
    -- A sale comes of one deal.
    sale_id           uuid unique references sale,
    version           bigint         not null
);

create index deal_of_partner on deal (partner_id, id);
create index deal_by_status on deal (status, id);
create index deal_by_customer on deal using gin (customer_key gin_trgm_ops);

-- Who else is after the same customer, and what is over without anybody having said so.
create index deal_open_by_customer on deal (customer_country, customer_key) where status in ('REGISTERED', 'APPROVED');
create index deal_open_by_host on deal (customer_host) where status in ('REGISTERED', 'APPROVED');
create index deal_to_expire on deal (expires_on) where status in ('REGISTERED', 'APPROVED');
