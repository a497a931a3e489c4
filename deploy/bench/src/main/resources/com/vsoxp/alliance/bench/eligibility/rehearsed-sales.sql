-- Of partners number :from to :to the sale number :k, if they made so many: one in ten made all, three in ten made some, the others
-- few, over two years. One in thirty was reversed, in part.
with sold as (
    insert into fact (partner_id, id, kind, sequence, on_day, quantity, amount, currency, known_at, list_minor, list_currency)
    select bench_id(n), uuidv7(), 'LICENSE_SALE', :k, on_day, licenses, licenses * 749.25, 'USD', on_day, licenses * 99900,
        'USD'
    from (
        select n, abs(hashint4(n)) % 10 as activity, abs(hashint4(n * 31 + :k)) % 100 as luck,
            1 + abs(hashint4(n * 37 - :k)) % 8 as licenses, current_date - abs(hashint4(n * 41 + :k)) % 730 as on_day
        from generate_series(:from, :to) n) drawn
    where luck < case when activity = 0 then 100 when activity < 4 then 40 else 18 end
    returning partner_id, id, on_day, quantity)
insert into fact (partner_id, id, kind, sequence, on_day, quantity, amount, currency, known_at, of_sale)
select partner_id, uuidv7(), 'LICENSE_SALE', 100 + :k, on_day, -1, -749.25, 'USD', on_day, id
from sold
where abs(hashint4(uuid_hash(id))) % 30 = 0
