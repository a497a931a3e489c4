-- Why a partner that is not entitled is not: the enrollment's status, as benefits-service tells it.
alter table listing add column entitlement_status text;

-- A record that became part of another is listed no more, whichever of the two topics is heard first.
alter table listing alter column listed set expression as (entitled and slug is not null and merged_into is null);

-- What the world was last told under each slug: a listing, or that it is gone and why. A slug belongs to one partner for ever
-- (slug_claim), so the table is as long as there were slugs shown. Whoever tells of a slug takes the next position under a lock
-- that is held to the commit: who has read up to a position has missed none before it.
create sequence publication_position;

create table publication (
    slug       text        primary key,
    partner_id uuid        not null,
    position   bigint      not null unique,
    changed_at timestamptz not null,
    reason     text,
    tier       text,
    tier_name  text,
    listing    text,
    constraint publication_shown_or_gone check ((listing is null) = (reason is not null))
);

comment on column publication.reason is 'why nothing is shown under the slug; null while a listing is';
comment on column publication.listing is 'the listing as it is shown, JSON; null while it is gone';
comment on column publication.tier_name is 'what the tier was called when this was told';

create index publication_of_partner on publication (partner_id);
create index publication_shown on publication (position) where listing is not null;
create index publication_by_tier_name on publication (tier, tier_name) where listing is not null;

-- Positions of another database mean nothing here.
create table publication_epoch (
    epoch uuid primary key default gen_random_uuid()
);
insert into publication_epoch default values;

-- Partners that are to be looked at again though no event of theirs came: here those that were listed before anything was told.
create table untold_partner (
    partner_id uuid primary key
);
insert into untold_partner select partner_id from listing where listed;

-- A story is shown while it is not retracted and its partner is listed. Its position is of the same order as those of slugs.
alter table success_story
    add column shown         boolean not null default false,
    add column told_sequence bigint  not null default 0,
    add column position      bigint unique,
    add column changed_at    timestamptz;

-- What feed readers are told is new, and gone.
create index success_story_shown on success_story (published_on desc, id desc) where shown;
create index success_story_gone on success_story (changed_at desc) where not shown and position is not null;
create index success_story_by_id on success_story (id) where shown;
create index publication_gone on publication (changed_at desc) where listing is null;
create index listing_newest on listing (entitled_since desc, partner_id desc) where listed;
