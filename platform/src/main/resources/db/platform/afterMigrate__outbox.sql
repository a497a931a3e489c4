-- The relay reads the outbox in the order of ids. Sorted by shard besides, it would at times be read that way, through every row that
-- has left; and each event would cost one more entry.
drop index if exists outbox_by_shard;
