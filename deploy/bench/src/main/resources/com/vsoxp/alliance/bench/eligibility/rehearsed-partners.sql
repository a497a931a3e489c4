-- Partners number :from to :to, who joined over four years, each about where its facts put it under version 2.0: a reseller that
-- sold too little is at risk. A few were partners before.
with draw as (
    select n, bench_id(n) as id, uuidv7() as enrollment, current_date - 1 - (abs(hashint4(n)) % 1500) as joined
    from generate_series(:from, :to) n),
counted as (
    select partner_id, coalesce(sum(quantity) filter (where kind = 'LICENSE_SALE'
            and on_day > current_date - interval '12 months'), 0) as licenses,
        count(distinct kind) filter (where kind <> 'LICENSE_SALE' and withdrawn_sequence = 0
            and (until_day is null or until_day > current_date)) as kinds
    from fact where partner_id between bench_id(:from) and bench_id(:to) group by partner_id),
stands as (
    select n, id, enrollment, joined, case when kinds = 5 and licenses >= 15 then 'PREMIER' else 'RESELLER' end as tier,
        licenses >= 5 or joined > current_date - interval '12 months' as good
    from draw left join counted on partner_id = id),
partners as (
    insert into partner (id, known, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier, applied_on,
        since, previous_ended_on)
    select id, true, 3, enrollment, 'ACTIVE', tier, tier, joined, joined, case when n % 50 = 0 then joined - 30 end
    from stands)
insert into standing (partner_id, enrollment_id, program_version, status, tier, since, cure_ends_on, unmet)
select id, enrollment, '2.0', case when good then 'GOOD' else 'AT_RISK' end, tier, joined,
    case when not coalesce(good, false) then current_date + 1 + n % 89 end,
    case when good then '{}' else array['LICENSE_SALES'] end
from stands
