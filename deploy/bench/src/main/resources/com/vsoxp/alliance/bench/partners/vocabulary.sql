-- Fifty thousand pronounceable words, whose frequencies fall as those of real names do (Zipf), and countries that do so, too.
create schema bench;

create table bench.word as
with syllable as (
    select row_number() over () - 1 as n, s
    from unnest(string_to_array(
        'ba be bi bo bu da de di do du fa fe fi fo ga ge go ha he hi ka ke ko ku la le li lo lu ma me mi mo mu na ne ni no nu '
        || 'pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa wi za zo', ' ')) s)
select i as rank,
    (select string_agg(s.s, '' order by k)
     from generate_series(1, 2 + (i % 4 + 1) / 2 + i / 20000) k
     join syllable s on s.n = abs(hashtext(i || ' ' || k)) % 67)
    || (array['n', 'x', ''])[1 + i % 3] as word
from generate_series(1, 50000) i;

create unique index on bench.word (rank);
analyze bench.word;

-- Number 1 far more often than the last.
create function bench.zipf(last int) returns int
    language sql volatile
    return least(last, floor(exp(random() * ln(last + 1)))::int);

-- The id of the nth partner: UUIDs of version 7 in the order of n.
create function bench.id(n bigint) returns uuid
    language sql immutable parallel safe
    return ('0198' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid;
