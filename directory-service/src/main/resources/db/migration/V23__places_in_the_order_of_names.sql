-- A page of what bitmaps say fits is met by walking an index that holds nothing but names and places, so that no listing is read
-- that is not on the page. Whoever writes waits until the names are there: a change in between would be missed.
lock table listing in share row exclusive mode;

alter table listing_place add column name_key text;
update listing_place set name_key = listing.name_key
from listing
where listing.partner_id = listing_place.partner_id and listing.name_key is not null;
create index listing_place_by_name on listing_place (name_key, partner_id) include (place);
analyze listing_place;

create or replace function draw_new() returns trigger language plpgsql as $$
begin
    insert into listing_place (partner_id, name_key) select partner_id, name_key from new_rows
    on conflict (partner_id) do update set name_key = excluded.name_key
        where listing_place.name_key is distinct from excluded.name_key;
    insert into undrawn_listing select partner_id from new_rows where listed;
    return null;
end $$;

create or replace function draw_changed() returns trigger language plpgsql as $$
begin
    update listing_place set name_key = now.name_key
    from new_rows as now join old_rows as before using (partner_id)
    where listing_place.partner_id = now.partner_id and now.name_key is distinct from before.name_key;
    insert into undrawn_listing
    select partner_id
    from new_rows as now join old_rows as before using (partner_id)
    where (before.listed or now.listed)
      and (before.listed, before.tier, before.country, before.services, before.verticals, before.languages, before.position is null)
          is distinct from
          (now.listed, now.tier, now.country, now.services, now.verticals, now.languages, now.position is null);
    return null;
end $$;
