-- Who shares in sales that are shared, those with less than a license included, of whose part nothing else is told.
create table sale_sharer (
    sale_id    uuid not null,
    partner_id uuid not null,
    primary key (sale_id, partner_id)
);

create index sale_sharer_by_partner on sale_sharer (partner_id);
