-- Listings number :from to :to, of the vocabulary of benchmark "partners".
with draw as materialized (
    select n, bench.zipf(50000) as first, bench.zipf(50000) as second, random() as premier,
        (string_to_array('US DE GB FR IN JP BR CA IT ES AU NL CH SE PL AT BE DK NO FI PT CZ IE MX KR CN ZA SG NZ IL TR AR CL CO RO '
            || 'HU GR UA EG KE NG TH VN ID MY PH AE SA EE LV LT SK SI HR BG LU MT CY IS LI', ' '))[bench.zipf(60)] as country,
        (array['DELIVERY', 'SUPPORT', 'TRAINING', 'SALES', 'DEVELOPMENT', 'MARKETING', 'IT_CONSULTING', 'E_COMMERCE',
            'PROCESS_REDESIGN', 'AUTOMATED_CUSTOMER_SERVICE']) as services,
        'industry ' || bench.zipf(40) as vertical,
        -60 + random() * 120 as latitude, -180 + random() * 360 as longitude,
        array(select bench.zipf(50000) from generate_series(1, 8) where n > 0) as ranks
    from generate_series(:from, :to) n),
named as (
    select d.*, a.word || ' ' || b.word as name_key,
        d.services[1 + n % 5 : 1 + n % 5 + n % 3] as offered,
        (select string_agg(w.word, ' ') from unnest(d.ranks) as rank join bench.word w using (rank)) as description
    from draw d join bench.word a on a.rank = d.first join bench.word b on b.rank = d.second)
insert into listing (partner_id, profile_sequence, slug, name, description, website, country, city, latitude, longitude,
    business_types, languages, services, verticals, name_key, search_text, entitlement_sequence, entitled, entitled_since, tier)
select bench.id(n), 1, 'partner-' || n, initcap(name_key), description, 'https://partner-' || n || '.example', country,
    'City ' || n % 5000, latitude, longitude, array['CONSULTANCY'], array['en', (array['de', 'fr', 'es', 'ja'])[1 + n % 4]],
    offered, array[vertical], name_key,
    concat_ws(' ', name_key, 'city ' || n % 5000, lower(replace(array_to_string(offered, ' '), '_', ' ')), vertical, description),
    1, true, date '2026-01-12', case when premier < 0.15 then 'PREMIER' else 'RESELLER' end
from named
