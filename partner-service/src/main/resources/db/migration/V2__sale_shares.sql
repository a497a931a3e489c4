-- Which partners share in a sale; a sale that is not shared has no rows here. The day is the sale's: a partner's sales
-- are read in the order of their days, its own and those it shares in.
create table sale_share (
    sale_id    uuid     not null references sale,
    partner_id uuid     not null references partner,
    percent    smallint not null check (percent between 1 and 100),
    sold_on    date     not null,
    primary key (sale_id, partner_id)
);

create index sale_share_of_partner on sale_share (partner_id, sold_on, sale_id);
