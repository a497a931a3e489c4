-- Of partners number :from to :to the fact number :k: four sales of the last months, and what makes a premier.
insert into fact (partner_id, id, kind, sequence, on_day, quantity, amount, currency, known_at, list_minor, list_currency)
select bench_id(n), uuidv7(), kind, :k, on_day, licenses,
    case kind when 'FEE_PAYMENT' then 500.00 when 'LICENSE_SALE' then licenses * 749.25 end,
    case when kind in ('FEE_PAYMENT', 'LICENSE_SALE') then 'USD' end,
    on_day, case kind when 'LICENSE_SALE' then licenses * 99900 end, case kind when 'LICENSE_SALE' then 'USD' end
from (
    select n, (array['LICENSE_SALE', 'LICENSE_SALE', 'LICENSE_SALE', 'LICENSE_SALE', 'FEE_PAYMENT',
            'WEB_APPLICATIONS_ON_WINDOWS', 'CONSULTANT', 'SUCCESS_STORY', 'SUCCESS_STORY', 'SUCCESS_STORY',
            'WEBSITE_LISTING'])[:k] as kind,
        current_date - (abs(hashint4(n * 11 + :k)) % 300) as on_day,
        case when :k > 4 then 1 when n % 20 < 3 then 4 + abs(hashint4(n * 11 - :k)) % 5
            else 1 + abs(hashint4(n * 11 - :k)) % 4 end::bigint as licenses
    from generate_series(:from, :to) n
    where :k <= 4 or n % 20 < 3) drawn
