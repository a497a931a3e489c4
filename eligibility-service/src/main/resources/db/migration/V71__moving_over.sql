-- The last day of the yearly term, by which a partner moves over to a version that waits for it. Null until the partner
-- service tells of the enrollment again, which is as if there was no term.
alter table partner add column term_ends_on date;

-- How many published versions were reckoned with when it was worked out what time will make of a standing. After a
-- publication the sweep works it out anew for all that have fewer. Until now there was one.
alter table standing add column programs_known integer not null default 1;

create index standing_by_programs_known on standing (programs_known);
