-- Partners number :from to :to.
with draw as materialized (
    select n, bench.zipf(50000) as first, bench.zipf(50000) as second, random() as premier,
        (string_to_array('US DE GB FR IN JP BR CA IT ES AU NL CH SE PL AT BE DK NO FI PT CZ IE MX KR CN ZA SG NZ IL TR AR CL CO RO '
            || 'HU GR UA EG KE NG TH VN ID MY PH AE SA EE LV LT SK SI HR BG LU MT CY IS LI', ' '))[bench.zipf(60)] as country,
        (string_to_array('ACTIVE,ACTIVE,ACTIVE,ACTIVE,ACTIVE,ACTIVE,,,TERMINATED,APPLIED,REJECTED,SUSPENDED', ',', ''))
            [1 + floor(random() * 12)::int] as status
    from generate_series(:from, :to) n),
named as (
    select d.*, initcap(a.word) || ' ' || initcap(b.word) as name, a.word || b.word || n % 1000 as host
    from draw d join bench.word a on a.rank = d.first join bench.word b on b.rank = d.second),
loaded as (
    insert into partner (id, profile, status, tier, registered_at, updated_at, version)
    select bench.id(n),
        jsonb_build_object(
            'name', name,
            'legalName', name || (array[' GmbH', ' Inc.', ' Ltd', ' S.A.'])[1 + n % 4],
            'businessTypes', '["CONSULTANCY"]'::jsonb,
            'description', repeat('Help desk roll-outs for manufacturers. ', 5),
            'website', 'https://www.' || host || '.example/',
            'country', country,
            'city', 'City ' || n % 5000,
            'languages', '["de", "en"]'::jsonb,
            'services', '["DELIVERY", "SUPPORT"]'::jsonb,
            'verticals', '[]'::jsonb,
            'externalIds', jsonb_build_object('salesforce', 'SF' || n)),
        status,
        case when status in ('ACTIVE', 'SUSPENDED') then case when premier < 0.15 then 'PREMIER' else 'RESELLER' end end,
        timestamptz '2020-01-01 00:00Z' + n * interval '2 minutes',
        timestamptz '2020-01-01 00:00Z' + n * interval '2 minutes',
        0
    from named order by n)
insert into partner_external_id (system, external_id, partner_id)
select 'salesforce', 'SF' || n, bench.id(n) from named
