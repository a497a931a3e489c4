-- Listings number :from to :to as the world was told of them, of the vocabulary of benchmark "partners".
with draw as materialized (
    select n, bench.zipf(50000) as first, bench.zipf(50000) as second, random() < 0.15 as premier,
        (array['US', 'DE', 'GB', 'FR', 'IN', 'JP', 'BR', 'CA', 'IT', 'ES', 'AU', 'NL', 'CH', 'SE', 'PL', 'AT'])[bench.zipf(16)] as country,
        array(select bench.zipf(50000) from generate_series(1, 8) where n > 0) as ranks
    from generate_series(:from, :to) n),
listing as (
    select 'partner-' || n as slug, bench.id(n) as "partnerId", initcap(a.word || ' ' || b.word) as name,
        case when premier then 'PREMIER' else 'RESELLER' end as tier,
        case when premier then 'Premier Partner' else 'Reseller Partner' end as "tierName", date '2026-01-12' as "listedSince",
        (select string_agg(w.word, ' ') from unnest(d.ranks) as rank join bench.word w using (rank)) as description,
        'https://partner-' || n || '.example' as website, 'hello@partner-' || n || '.example' as "publicEmail", country,
        'City ' || n % 5000 as city, json_build_object('latitude', n % 120 - 60, 'longitude', n % 360 - 180) as location,
        array['CONSULTANCY'] as "businessTypes", array['en', 'de'] as languages, array['DELIVERY', 'SUPPORT'] as services,
        array['industry ' || n % 40] as verticals
    from draw d join bench.word a on a.rank = d.first join bench.word b on b.rank = d.second)
insert into publication (slug, partner_id, position, changed_at, tier, tier_name, listing)
select slug, "partnerId", nextval('publication_position'), now() - interval '1 day', tier, "tierName", row_to_json(listing)::text
from listing
