-- Of partners number :from to :to, three of twenty: what makes a premier, but for sales. Some of it was withdrawn or has run out, and
-- some fees were paid in an enrollment that is over.
insert into fact (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency, known_at, withdrawn_sequence,
    withdrawn_on, withdrawn_known_at)
select bench_id(n), uuidv7(), kind, 1, on_day,
    case when kind in ('WEB_APPLICATIONS_ON_WINDOWS', 'WEBSITE_LISTING') then on_day + 700 end, 1,
    case kind when 'FEE_PAYMENT' then 500.00 end, case kind when 'FEE_PAYMENT' then 'USD' end, on_day,
    case when drawn % 40 = 0 then 2 else 0 end, case when drawn % 40 = 0 then on_day + 20 end,
    case when drawn % 40 = 0 then on_day + 20 end
from (
    select n, kind, abs(hashint4(n * 13 + k::int)) as drawn,
        current_date - case when kind = 'SUCCESS_STORY' then abs(hashint4(n * 13 + k::int)) % 370
            else abs(hashint4(n * 13 + k::int)) % 720 end as on_day
    from generate_series(:from, :to) n,
        unnest(array['FEE_PAYMENT', 'WEB_APPLICATIONS_ON_WINDOWS', 'CONSULTANT', 'SUCCESS_STORY', 'SUCCESS_STORY',
            'SUCCESS_STORY', 'WEBSITE_LISTING']) with ordinality as kinds (kind, k)
    where n % 20 < 3) drawn
