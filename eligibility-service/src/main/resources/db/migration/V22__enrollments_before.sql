-- What was said of enrollments before all of it was kept: its last word, known ever since.
insert into enrollment_said (partner_id, sequence, known_at, enrollment_id, status, tier, applied_tier, applied_on, since,
    ended_on)
select id, enrollment_sequence, timestamptz '1970-01-01 00:00:00Z', enrollment_id, enrollment_status, tier, applied_tier,
    applied_on, since, ended_on
from partner
where enrollment_id is not null and enrollment_status is not null
on conflict do nothing;
