-- Two records of one company become one: the absorbed record stays, answers as the survivor, and can be parted again.
alter table partner
    add column merged_into uuid references partner,
    add column moves       bigint not null default 0;

comment on column partner.merged_into is 'the record it answers as, never itself an absorbed one; null for one of its own';
comment on column partner.moves is 'how often the status or tier of its enrollment has changed';

create index partner_absorbed on partner (merged_into, id) where merged_into is not null;

-- Keys of an absorbed record lead to the survivor, beside the one key per system that is the survivor's own.
alter table partner_external_id
    add column came_from uuid references partner,
    drop constraint partner_external_id_partner_id_system_key,
    add constraint partner_external_id_own
        exclude using btree (partner_id with =, system with =) where (came_from is null) deferrable initially deferred;

comment on column partner_external_id.came_from is 'the absorbed record whose own key it is; null for the partner''s own';

create index partner_external_id_of_partner on partner_external_id (partner_id);

alter table enrollment add column before_merge jsonb;

comment on column enrollment.before_merge is 'the row as it was when a merge ended it, to be restored by the undo';

create table partner_merge (
    id             uuid primary key,
    survivor_id    uuid        not null references partner,
    absorbed_id    uuid        not null references partner,
    reason         text        not null,
    merged_at      timestamptz not null,
    survivor_moves bigint      not null,
    undone_at      timestamptz,
    undo_reason    text,
    version        bigint      not null
);

create index partner_merge_of_survivor on partner_merge (survivor_id, id);
-- Nobody is absorbed twice, whatever two callers do at once.
create unique index partner_merge_standing on partner_merge (absorbed_id) where undone_at is null;

-- Exactly what a merge found at the absorbed partner, so that the undo moves back this and nothing that came since.
create table partner_merge_item (
    merge_id uuid    not null references partner_merge,
    kind     text    not null,
    item_id  uuid    not null,
    moved    boolean not null,
    primary key (merge_id, kind, item_id)
);

comment on column partner_merge_item.kind is 'the table it stands in';
comment on column partner_merge_item.moved is 'false for what stayed behind because the survivor has its like';

-- A share goes to the survivor as it is. Who then has two of one sale has both parts, so that nobody else's part changes:
-- what is dealt out depends on who shared in the sale when it was reported.
alter table sale_share
    add column id       uuid   not null default gen_random_uuid(),
    add column version  bigint not null default 0,
    add column dealt_as uuid references partner;

update sale_share set dealt_as = partner_id;

alter table sale_share
    alter column dealt_as set not null,
    drop constraint sale_share_pkey,
    add primary key (sale_id, dealt_as),
    add constraint sale_share_id unique (id);
