-- What a listing may be chosen by, as one document, so that one index holds where filters and words meet. Values are cut so that none
-- is longer than a lexeme may be; whoever asks compares them in whole as well.
create function listing_marks(tier text, country text, services text[], verticals text[], languages text[])
returns tsvector language sql immutable parallel safe
    return array_to_tsvector(array_remove(
        array['TIER:' || left(tier, 200), 'COUNTRY:' || left(country, 200)]
            || array(select 'SERVICE:' || left(value, 200) from unnest(services) as each (value))
            || array(select 'VERTICAL:' || left(value, 200) from unnest(verticals) as each (value))
            || array(select 'LANGUAGE:' || left(value, 200) from unnest(languages) as each (value)),
        null));

create index listing_by_words_and_marks on listing
    using gin (search_words, (listing_marks(tier, country, services, verticals, languages))) where listed;

-- Stripped, which changes nothing, so that only who asks by distance is served by it: pages of the map without a listing that
-- fits are left out, however near they are.
create index listing_by_position_and_marks on listing
    using gist (position, (strip(listing_marks(tier, country, services, verticals, languages)))) where listed;

drop index listing_by_search_words;
drop index listing_by_services;
drop index listing_by_verticals;
drop index listing_by_languages;
drop index listing_by_position;
-- Where a country's listings are many, they are met soon in any order.
drop index listing_by_country;

-- A bitmap of the listings that have a value, in pieces of 31,744, two of which are as much as a page of the database holds.
-- A partner's place in the bitmaps stays its own.
create table listing_place (
    partner_id uuid    primary key,
    place      integer not null unique generated always as identity (minvalue 0 start 0)
);

create table listing_bitmap (
    facet text       not null,
    value text       not null,
    piece integer    not null,
    bits  bit(31744) not null,
    primary key (facet, value, piece)
);
alter table listing_bitmap alter column bits set storage plain;

-- The values that have bitmaps: the most frequent ones of each filter.
create table drawn_value (
    facet text not null,
    value text not null,
    primary key (facet, value)
);

-- Of which filters all values that a listing has are drawn.
create table drawn_facet (
    facet    text    primary key,
    complete boolean not null
);

-- Listings that changed since the bitmaps were drawn: they are looked at themselves. Writers only add rows, so none waits.
create table undrawn_listing (
    partner_id uuid not null
);

-- Who is looked for near a place has one.
create function tallied(
    listed boolean, tier text, country text, services text[], verticals text[], languages text[], place cube)
returns table (facet text, value text) language sql immutable as $$
    select * from tallied(listed, tier, country, services, verticals, languages)
    union all
    select 'PLACE', 'KNOWN' where listed and place is not null
$$;

create or replace function tally_new() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select of_one.facet, of_one.value, count(*)
    from new_rows, tallied(listed, tier, country, services, verticals, languages, position) as of_one
    group by of_one.facet, of_one.value;
    return null;
end $$;

create or replace function tally_changed() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select facet, value, sum(delta)
    from (
        select of_one.facet, of_one.value, 1 as delta
        from new_rows, tallied(listed, tier, country, services, verticals, languages, position) as of_one
        union all
        select of_one.facet, of_one.value, -1
        from old_rows, tallied(listed, tier, country, services, verticals, languages, position) as of_one) as change
    group by facet, value
    having sum(delta) <> 0;
    return null;
end $$;

create or replace function tally_gone() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select of_one.facet, of_one.value, -count(*)
    from old_rows, tallied(listed, tier, country, services, verticals, languages, position) as of_one
    group by of_one.facet, of_one.value;
    return null;
end $$;

insert into listing_tally select 'PLACE', 'KNOWN', count(*) from listing where listed and position is not null having count(*) > 0;

create function no_listing() returns bit language sql immutable parallel safe
    return repeat('0', 31744)::bit(31744);

create function only_listing(place integer) returns bit language sql immutable parallel safe
    return set_bit(repeat('0', 31744)::bit(31744), place % 31744, 1);

create function draw_new() returns trigger language plpgsql as $$
begin
    insert into listing_place (partner_id) select partner_id from new_rows on conflict do nothing;
    insert into undrawn_listing select partner_id from new_rows where listed;
    return null;
end $$;

create function draw_changed() returns trigger language plpgsql as $$
begin
    insert into undrawn_listing
    select partner_id
    from new_rows as now join old_rows as before using (partner_id)
    where (before.listed or now.listed)
      and (before.listed, before.tier, before.country, before.services, before.verticals, before.languages, before.position is null)
          is distinct from
          (now.listed, now.tier, now.country, now.services, now.verticals, now.languages, now.position is null);
    return null;
end $$;

create function draw_gone() returns trigger language plpgsql as $$
begin
    insert into undrawn_listing select partner_id from old_rows where listed;
    return null;
end $$;

create function draw_nothing() returns trigger language plpgsql as $$
begin
    delete from undrawn_listing;
    delete from listing_bitmap;
    return null;
end $$;

create trigger listing_drawn_new after insert on listing
    referencing new table as new_rows for each statement execute function draw_new();
create trigger listing_drawn_changed after update on listing
    referencing old table as old_rows new table as new_rows for each statement execute function draw_changed();
create trigger listing_drawn_gone after delete on listing
    referencing old table as old_rows for each statement execute function draw_gone();
create trigger listing_drawn_nothing after truncate on listing
    for each statement execute function draw_nothing();

-- The bitmaps are drawn by the service, value by value, when it has started; until then counts are made without them.
insert into listing_place (partner_id) select partner_id from listing;
analyze listing, listing_place;
