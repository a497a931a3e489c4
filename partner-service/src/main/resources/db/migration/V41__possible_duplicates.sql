-- Partners that may be the same company: the same legal name in the same country, or the same web domain. See docs/adr/0081.

-- A company's name without case, accents, punctuation and, at its end, the words that name its legal form; null if
-- nothing is left to compare.
create function company_name(text) returns text
    language sql immutable parallel safe strict
    return nullif(regexp_replace(
        array_to_string(search_words($1), ' '),
        '( (gmbh|g m b h|mbh|ug|haftungsbeschrankt|ag|a g|kg|kgaa|ohg|se|ek|e k|ev|e v|gbr|eg|co|company|inc|incorporated'
        || '|corp|corporation|llc|l l c|llp|lp|ltd|limited|plc|pte|pty|pvt|private|bv|b v|nv|n v|vof|sa|s a|sas|s a s|sasu'
        || '|sarl|s a r l|eurl|srl|s r l|sl|s l|slu|spa|s p a|sapa|lda|ltda|ab|aps|as|a s|oy|oyj|asa|sp z o o|spzoo|zoo'
        || '|sro|s r o|doo|d o o|dd|kft|zrt|nyrt|ood|eood|ooo|oao|zao|kk|k k|gk|sdn|bhd|tbk|and|und|et|y))+$', ''), '');

-- The host of a web address, read backwards, so that a domain and all hosts in it are one range.
create function host_backwards(text) returns text
    language sql immutable parallel safe strict
    return reverse(lower(regexp_replace(substring($1 from '^[A-Za-z]+://([^/:?#]+)'), '^www\.', '', 'i')));

alter table partner
    add column company_name text generated always as
        (company_name(coalesce(profile ->> 'legalName', profile ->> 'name'))) stored,
    add column host_backwards text collate "C" generated always as (host_backwards(profile ->> 'website')) stored;

create index partner_by_company on partner (country, company_name, place) where company_name is not null;
create index partner_by_host on partner (host_backwards, place) where host_backwards is not null;
