-- Lists of partners cost the same whatever the number of partners: every combination of filters, and every word of a name,
-- has an index that is read from where the page begins to where it ends. See docs/adr/0080.

alter table partner drop column search_text;
drop index partner_by_status, partner_by_tier, partner_by_country;

-- The words of a text without case, accents and punctuation. The collation makes letters of all scripts letters on
-- every server, whatever its own locale.
create function search_words(text) returns text[]
    language sql immutable parallel safe strict
    return string_to_array(
        btrim(regexp_replace(searchable(normalize($1, nfkc)) collate "pg_c_utf8", '[^[:alnum:]]+', ' ', 'g')), ' ');

-- The place in lists that are filtered. It is the id by another name, so that the planner cannot walk the primary key and
-- skip what the filters refuse: that is as long as the table where they refuse most.
alter table partner
    add column place uuid generated always as (id) stored,
    add column words text[] generated always as
        (search_words((profile ->> 'name') || ' ' || coalesce(profile ->> 'legalName', ''))) stored;

create index partner_by_status on partner (status, place) where status is not null;
create index partner_by_tier on partner (tier, place) where tier is not null;
create index partner_by_country on partner (country, place);
create index partner_by_status_tier on partner ((status || ' ' || tier), place)
    where (status || ' ' || tier) is not null;
create index partner_by_status_country on partner ((status || ' ' || country), place)
    where (status || ' ' || country) is not null;
create index partner_by_tier_country on partner ((tier || ' ' || country), place)
    where (tier || ' ' || country) is not null;
create index partner_by_status_tier_country on partner ((status || ' ' || tier || ' ' || country), place)
    where (status || ' ' || tier || ' ' || country) is not null;

-- Which partners have which words in their names. Bytes in order, so that the words with a prefix are one range.
create table partner_word (
    word       text collate "C" not null,
    partner_id uuid             not null,
    primary key (word, partner_id)
);

-- Under which forms a word is found by those who do not type its beginning rightly: its ends of three letters and more,
-- marked by +, and what is left of it without one of its letters, marked by -. Nothing is unique here, so that two
-- transactions that bring the same new word do not wait for each other; a word that is there twice is found once.
create table word_form (
    form text collate "C" not null,
    word text collate "C" not null
);

create index word_form_by_form on word_form (form, word);

-- The word itself and, from four letters on, what is left of it without one of them. Two words that share one of these are
-- a letter changed, left out, doubled or swapped apart.
create function word_without_a_letter(text) returns setof text
    language sql immutable parallel safe strict as
$$
    select '-' || $1
    union
    select '-' || left($1, i - 1) || substr($1, i + 1)
    from generate_series(1, length($1)) i
    where length($1) between 4 and 40
$$;

create function note_forms(added text[]) returns void
    language sql as
$$
    insert into word_form (form, word)
    select f.form, w.word
    from (select distinct unnest(added) as word) w
    cross join lateral (
        select form from word_without_a_letter(w.word) form
        union all
        select '+' || substr(w.word, i) from generate_series(2, least(length(w.word), 40) - 2) i
    ) f
    where not exists (select from word_form known where known.form = '-' || w.word and known.word = w.word)
$$;

-- Triggers, so that partners loaded by SQL are found as well.
create function note_words_of_new_partners() returns trigger
    language plpgsql as
$$
begin
    insert into partner_word (word, partner_id)
    select distinct unnest(words), id from added order by 1;
    perform note_forms(array(select distinct unnest(words) from added));
    return null;
end;
$$;

create function note_words_of_renamed_partner() returns trigger
    language plpgsql as
$$
begin
    delete from partner_word where partner_id = new.id and word = any (old.words) and word <> all (new.words);
    insert into partner_word (word, partner_id)
    select distinct unnest(new.words), new.id order by 1
    on conflict do nothing;
    perform note_forms(new.words);
    return null;
end;
$$;

create trigger words_of_new_partners
    after insert on partner referencing new table as added
    for each statement execute function note_words_of_new_partners();

create trigger words_of_renamed_partner
    after update on partner
    for each row when (old.words is distinct from new.words)
    execute function note_words_of_renamed_partner();

insert into partner_word (word, partner_id)
select distinct unnest(words), id from partner;
select note_forms(array(select distinct unnest(words) from partner));

-- Up to 50 known words that a person may have meant by this one, though they do not begin with it.
create function similar_words(text) returns text[]
    language sql stable parallel safe strict as
$$
    select array(
        select distinct found.word
        from (
            (select word from word_form where form = any (array(select word_without_a_letter($1))) limit 100)
            union all
            (select word from word_form
             where length($1) >= 3 and form >= '+' || $1 and form < '+' || $1 || chr(1114111)
             limit 100)
        ) found
        where not starts_with(found.word, $1)
        order by found.word
        limit 50)
$$;
