-- Partners number :from to :to, resellers whose year of grace ends within the ten days up to :k days from now, with too few
-- licenses sold to stay in good standing: each is due for one move, which is told.
with draw as (
    select n, bench_id(n) as id, uuidv7() as enrollment, current_date + :k - n % 10 as moves
    from generate_series(:from, :to) n),
partners as (
    insert into partner (id, known, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier, applied_on, since)
    select id, true, 3, enrollment, 'ACTIVE', 'RESELLER', 'RESELLER', joined, joined
    from draw, lateral (select (moves - interval '12 months')::date as joined)),
sales as (
    insert into fact (partner_id, id, kind, sequence, on_day, quantity, amount, currency, known_at)
    select id, uuidv7(), 'LICENSE_SALE', k, current_date - k * 20 - n % 20, 1 + n % 2, 749.25, 'USD', now()
    from draw, generate_series(1, 2) k)
insert into standing (partner_id, enrollment_id, program_version, status, tier, since, unmet, next_transition_on, loses_on)
select id, enrollment, '2.0', 'GOOD', 'RESELLER', (moves - interval '12 months')::date, '{}', moves, moves + 90
from draw
