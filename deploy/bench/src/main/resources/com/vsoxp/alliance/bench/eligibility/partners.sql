-- Partners number :from to :to, active for less than a year, three of twenty of them premier. Each stands by what its facts say, so
-- that nothing is to be decided until something happens.
with draw as (
    select n, bench_id(n) as id, uuidv7() as enrollment,
        case when n % 20 < 3 then 'PREMIER' else 'RESELLER' end as tier,
        current_date - 1 - (abs(hashint4(n)) % 300) as joined
    from generate_series(:from, :to) n),
partners as (
    insert into partner (id, known, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier, applied_on, since)
    select id, true, 3, enrollment, 'ACTIVE', tier, tier, joined, joined from draw)
insert into standing (partner_id, enrollment_id, program_version, status, tier, since, unmet, next_transition_on, loses_on,
    falls_to)
select id, enrollment, '2.0', 'GOOD', tier, joined, '{}', joined + 365, joined + 455,
    case when tier = 'PREMIER' then 'RESELLER' end
from draw
