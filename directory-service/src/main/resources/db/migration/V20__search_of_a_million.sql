-- Words are found whole and by their beginnings in two documents, the name and everything, whose statistics tell the planner
-- each word's frequency. The text is folded before it comes here, so 'simple' only parts it.
alter table listing
    add column name_words   tsvector generated always as (to_tsvector('simple', coalesce(name_key, ''))) stored,
    add column search_words tsvector generated always as (to_tsvector('simple', coalesce(search_text, ''))) stored;

create index listing_by_name_words on listing using gin (name_words) where listed;
create index listing_by_search_words on listing using gin (search_words) where listed;
drop index listing_by_text;

-- What typing errors may have meant: every word that a listing ever had. It is only ever added to, without a constraint that
-- writers would wait for each other at; a word that two of them add at once is there twice, which changes nothing.
create table listing_word (
    word text not null
);
create index listing_word_itself on listing_word (word);
create index listing_word_alike on listing_word using gin (word gin_trgm_ops);

create function learn_words() returns trigger language plpgsql as $$
begin
    insert into listing_word (word)
    select distinct each.word
    from new_rows, unnest(string_to_array(search_text, ' ')) as each (word)
    where length(each.word) between 4 and 40
      and not exists (select from listing_word known where known.word = each.word);
    return null;
end $$;

create function learn_changed_words() returns trigger language plpgsql as $$
begin
    insert into listing_word (word)
    select distinct each.word
    from new_rows
        join old_rows using (partner_id),
        unnest(string_to_array(new_rows.search_text, ' ')) as each (word)
    where new_rows.search_text is distinct from old_rows.search_text
      and length(each.word) between 4 and 40
      and not exists (select from listing_word known where known.word = each.word);
    return null;
end $$;

-- How many listings there are per value of each filter, as the sum of all changes: writers only add rows, so none waits for
-- another, and a reader sees the counts of the very listings it sees. The service adds rows up now and then.
create table listing_tally (
    facet text    not null,
    value text    not null,
    delta integer not null
);
create index listing_tally_of_facet on listing_tally (facet) include (value, delta);

create function tallied(listed boolean, tier text, country text, services text[], verticals text[], languages text[])
returns table (facet text, value text) language sql immutable as $$
    select * from (
        select 'TIER', tier
        union all select 'COUNTRY', country
        union all select distinct 'SERVICE', unnest(services)
        union all select distinct 'VERTICAL', unnest(verticals)
        union all select distinct 'LANGUAGE', unnest(languages)) as tallied (facet, value)
    where listed and value is not null
$$;

create function tally_new() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select of_one.facet, of_one.value, count(*) from new_rows, tallied(listed, tier, country, services, verticals, languages) as of_one group by of_one.facet, of_one.value;
    return null;
end $$;

create function tally_changed() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select facet, value, sum(delta)
    from (
        select of_one.facet, of_one.value, 1 as delta from new_rows, tallied(listed, tier, country, services, verticals, languages) as of_one
        union all
        select of_one.facet, of_one.value, -1 from old_rows, tallied(listed, tier, country, services, verticals, languages) as of_one) as change
    group by facet, value
    having sum(delta) <> 0;
    return null;
end $$;

create function tally_gone() returns trigger language plpgsql as $$
begin
    insert into listing_tally
    select of_one.facet, of_one.value, -count(*) from old_rows, tallied(listed, tier, country, services, verticals, languages) as of_one group by of_one.facet, of_one.value;
    return null;
end $$;

create function tally_nothing() returns trigger language plpgsql as $$
begin
    delete from listing_tally;
    return null;
end $$;

create trigger listing_words_new after insert on listing
    referencing new table as new_rows for each statement execute function learn_words();
create trigger listing_words_changed after update on listing
    referencing old table as old_rows new table as new_rows for each statement execute function learn_changed_words();
create trigger listing_tally_new after insert on listing
    referencing new table as new_rows for each statement execute function tally_new();
create trigger listing_tally_changed after update on listing
    referencing old table as old_rows new table as new_rows for each statement execute function tally_changed();
create trigger listing_tally_gone after delete on listing
    referencing old table as old_rows for each statement execute function tally_gone();
create trigger listing_tally_nothing after truncate on listing
    for each statement execute function tally_nothing();

-- What is listed already.
insert into listing_word
select distinct each.word
from listing, unnest(string_to_array(search_text, ' ')) as each (word)
where length(each.word) between 4 and 40;
insert into listing_tally
select of_one.facet, of_one.value, count(*) from listing, tallied(listed, tier, country, services, verticals, languages) as of_one group by of_one.facet, of_one.value;
