-- The year that an enrollment was last renewed for: the term_number-th of those counted from term_anchor.
alter table enrollment
    add column term_anchor date,
    add column term_number integer check (term_number > 0),
    add check ((term_anchor is null) = (term_number is null));

-- Until now terms followed each other by themselves: the one that runs today is the one renewed for.
update enrollment set
    term_anchor = since,
    term_number = greatest(1, years + case when since + make_interval(years => years) <= current_date then 1 else 0 end)
from (select id as enrollment, (extract(year from current_date) - extract(year from since))::integer as years
      from enrollment) as passed
where enrollment = id and status in ('ACTIVE', 'SUSPENDED');
