-- A story goes with its partner when records are merged, and two partners' streams come in any order: what the one says
-- of a story is nothing to what the other says of it.
alter table success_story
    drop constraint success_story_pkey,
    add primary key (partner_id, id);

-- A partner that was merged into another is listed no more; its slugs lead to the other's listing.
alter table listing
    add column merged_into    uuid,
    add column merge_sequence bigint not null default 0;
