-- Both extensions are trusted: the role that owns the database may create them. earthdistance is not, so distances are
-- computed on points of the sphere, for which cube alone is enough.
create extension if not exists pg_trgm;
create extension if not exists cube;

-- One row per partner ever heard of. The profile comes from alliance.partners and the entitlement from alliance.benefits,
-- in any order, each guarded by its own sequence; the row is public only while both are there.
create table listing (
    partner_id           uuid primary key,

    profile_sequence     bigint   not null default 0,
    slug                 text unique,
    name                 text,
    description          text,
    website              text,
    logo_url             text,
    public_email         text,
    public_phone         text,
    country              text,
    region               text,
    city                 text,
    latitude             double precision,
    longitude            double precision,
    business_types       text[]   not null default '{}',
    languages            text[]   not null default '{}',
    services             text[]   not null default '{}',
    verticals            text[]   not null default '{}',
    name_key             text,
    search_text          text,
    -- The point on a sphere of 6371 km, so that straight-line distances are kilometers too.
    position             cube generated always as (
        case when latitude is not null and longitude is not null then
            cube(array[
                6371 * cos(radians(latitude)) * cos(radians(longitude)),
                6371 * cos(radians(latitude)) * sin(radians(longitude)),
                6371 * sin(radians(latitude))])
        end) stored,

    entitlement_sequence bigint   not null default 0,
    entitled             boolean  not null default false,
    entitled_since       date,
    tier                 text,
    tier_rank            smallint not null default 0,

    listed               boolean generated always as (entitled and slug is not null) stored
);

comment on column listing.name_key is 'the name without case, accents and signs: sorts and compares';
comment on column listing.search_text is 'the words a listing is found by, folded like name_key';

create index listing_by_name on listing (name_key, partner_id) where listed;
create index listing_by_tier_rank on listing (tier_rank, name_key, partner_id) where listed;
create index listing_by_tier on listing (tier, name_key, partner_id) where listed;
create index listing_by_country on listing (country, name_key, partner_id) where listed;
create index listing_by_text on listing using gin (search_text gin_trgm_ops) where listed;
create index listing_by_position on listing using gist (position) where listed;
create index listing_by_services on listing using gin (services) where listed;
create index listing_by_verticals on listing using gin (verticals) where listed;
create index listing_by_languages on listing using gin (languages) where listed;

-- Every slug a partner ever had stays its own, so that old links lead to the new one.
create table slug_claim (
    slug       text primary key,
    partner_id uuid        not null references listing (partner_id),
    claimed_at timestamptz not null
);
