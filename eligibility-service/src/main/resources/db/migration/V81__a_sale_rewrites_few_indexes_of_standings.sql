-- Most sales move the day of a loss, and with it the row's entry in each of the table's indexes. So there are no more of them than
-- are needed: lists that leave the tier or the status open are put together from several ranges of one index.
drop index standing_by_loss;
drop index standing_by_status_and_loss;
drop index standing_by_tier_and_loss;

-- The sweep looks for both: who was foreseen with fewer versions of the program, and whose day has come.
create index standing_due on standing (programs_known, due_on);
drop index standing_due_on;
drop index standing_by_programs_known;

-- Room for a row's next state on its own page.
alter table standing set (fillfactor = 90);
