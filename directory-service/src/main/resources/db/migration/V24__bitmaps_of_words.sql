-- Words that a great many listings have get bitmaps, as the values of filters do: WORD those of everything, NAME those of names.
-- Which words these are is what the statistics of "analyze" say; what a bitmap says does not depend on them.
create view frequent_word as
select case attname when 'name_words' then 'NAME' else 'WORD' end as facet, word as value, share,
    share * (select reltuples from pg_class where oid = cast('listing' as regclass)) as listings
from pg_stats, unnest(cast(cast(most_common_elems as text) as text[]), most_common_elem_freqs) as each (word, share)
where schemaname = current_schema() and tablename = 'listing' and attname in ('name_words', 'search_words') and word is not null;

-- Rarer words are found fast enough by their index.
create view undrawn_word as
select facet, value, share
from frequent_word
where share >= 0.0025 and listings >= 1000 and length(value) <= 200
  and not exists (select from drawn_value drawn where drawn.facet = frequent_word.facet and drawn.value = frequent_word.value);

grant select on frequent_word, undrawn_word to ${service_role};
-- Which words are frequent is known anew when the service's role or the owner says `analyze`.
grant maintain on listing to ${service_role};

create function worded(listed boolean, search_words tsvector, name_words tsvector)
returns table (facet text, value text) language sql immutable as $$
    select 'WORD', unnest(tsvector_to_array(search_words)) where listed
    union all
    select 'NAME', unnest(tsvector_to_array(name_words)) where listed
$$;

create or replace function draw_changed() returns trigger language plpgsql as $$
begin
    update listing_place set name_key = now.name_key
    from new_rows as now join old_rows as before using (partner_id)
    where listing_place.partner_id = now.partner_id and now.name_key is distinct from before.name_key;
    insert into undrawn_listing
    select partner_id
    from new_rows as now join old_rows as before using (partner_id)
    where (before.listed or now.listed)
      and (before.listed, before.tier, before.country, before.services, before.verticals, before.languages, before.position is null,
           before.name_key, before.search_text)
          is distinct from
          (now.listed, now.tier, now.country, now.services, now.verticals, now.languages, now.position is null,
           now.name_key, now.search_text);
    return null;
end $$;
