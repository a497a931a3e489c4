-- A service that lost its database may have begun to count anew: the topic's order tells what was said last, and not the count.
alter table rebuild_decided add column place bigint generated always as identity;
