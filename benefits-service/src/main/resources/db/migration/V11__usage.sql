-- What of a partner's benefits was used: one row for each fact that uses some, replaced when the fact changes and gone when
-- it no longer counts. Sums are always added up from here; nothing is counted up by an event.
create table usage_entry (
    partner_id      uuid           not null,
    benefit         text           not null,
    fact_id         uuid           not null,
    used_on         date           not null,
    program_version text           not null,
    quantity        integer        not null check (quantity > 0),
    currency        text           not null,
    list            numeric(19, 4) not null,
    discount        numeric(19, 4) not null,
    net             numeric(19, 4) not null,
    beyond          numeric(19, 4) not null,
    primary key (partner_id, benefit, fact_id),
    constraint usage_adds_up check (list = discount + net)
);

comment on column usage_entry.fact_id is 'the sale, the quote whose training was booked, or the evaluation license';
comment on column usage_entry.program_version is 'the version that governed the use; empty for none';
comment on column usage_entry.currency is 'empty for what costs nothing';
comment on column usage_entry.beyond is 'how much of the discount neither an entitlement nor a quote gave';

create index usage_by_day on usage_entry (partner_id, used_on);
