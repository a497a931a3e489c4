-- What partners have of sales, as their streams say. The pair is the key: a sale that partners share, or that went over with a
-- merged record, is told to each of them for itself, in any order.
create table sold_part (
    sale_id      uuid           not null,
    partner_id   uuid           not null,
    sequence     bigint         not null,
    counted      boolean        not null,
    order_number text,
    licenses     integer,
    currency     text,
    list         numeric(19, 4),
    net          numeric(19, 4),
    sold_on      date           not null,
    recorded_at  timestamptz,
    quote_id     uuid,
    primary key (sale_id, partner_id)
);

comment on column sold_part.sequence is 'the place, among the partner''s facts, of the last one about this sale';
comment on column sold_part.counted is 'false once the sale is another''s; its terms stay known, for they were this partner''s';

create index sold_part_by_day on sold_part (partner_id, sold_on);
create index sold_part_of_quote on sold_part (quote_id, recorded_at, sale_id) where quote_id is not null;

-- A reversal may be heard of before its sale.
create table sold_reversal (
    partner_id uuid    not null,
    id         uuid    not null,
    sequence   bigint  not null,
    counted    boolean not null,
    sale_id    uuid    not null,
    licenses   integer not null,
    primary key (partner_id, id)
);

create index sold_reversal_of_sale on sold_reversal (sale_id, partner_id);

-- Discounts that nothing gave: derived, and derived anew whenever a fact behind one arrives.
create table discount_finding (
    sale_id         uuid           not null,
    partner_id      uuid           not null,
    order_number    text           not null,
    sold_on         date           not null,
    recorded_at     timestamptz    not null,
    reason          text           not null,
    quote_id        uuid,
    quote_use       text,
    percent         numeric        not null,
    program_version text,
    tier            text,
    currency        text           not null,
    list            numeric(19, 4) not null,
    discount        numeric(19, 4) not null,
    allowed         numeric(19, 4) not null,
    primary key (sale_id, partner_id),
    constraint finding_is_beyond check (discount > allowed)
);

create index discount_finding_by_day on discount_finding (sold_on desc, sale_id desc, partner_id desc);
create index discount_finding_of_partner on discount_finding (partner_id, sold_on desc, sale_id desc);
