-- What an evaluation reads of a fact lies in the primary key's index, beside that of the partner's other facts: they came in over
-- years, and each would be a page of the table to fetch. A fact counts from its day, which it has once it is recorded, until this one.
alter table fact add column counts_until date
    generated always as (least(until_day, case when withdrawn_sequence > sequence then withdrawn_on end)) stored;

alter table fact
    drop constraint fact_pkey,
    add primary key (partner_id, id) include (quantity, on_day, counts_until, kind, amount, currency);

-- An index alone answers only for pages that are known to hold nothing new.
alter table fact set (autovacuum_vacuum_insert_scale_factor = 0.05);
