-- Which partners' records became part of others. Taken from the partners' facts by an intake of its own, which also finds those of
-- before this table. Nothing else is moved by a merge: what an absorbed partner was given is found through here.
create table merged_holder (
    partner_id  uuid primary key,
    merged_into uuid,
    sequence    bigint not null
);

create index merged_holder_by_heir on merged_holder (merged_into) where merged_into is not null;
