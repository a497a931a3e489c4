-- Whose access to the portal changed. A row per partner, moved to the end by each change; places are given out under a lock that
-- is held to the commit.
create sequence portal_access_position;

create table portal_access (
    partner_id    uuid primary key references holder (partner_id),
    open          boolean not null default false,
    contacts      text    not null default '[]',
    position      bigint unique,
    changed_at    timestamptz,
    look_again_on date
);

create index portal_access_due on portal_access (look_again_on, partner_id) where look_again_on is not null;

-- Partners of before are looked at by the first sweep.
insert into portal_access (partner_id, look_again_on) select partner_id, date '2004-01-01' from holder;
