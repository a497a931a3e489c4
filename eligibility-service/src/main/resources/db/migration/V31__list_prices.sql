-- What a sale comes to at list prices, in the currency's minor units: what a discount on it gives. A reversal names the sale
-- that it takes a part of back. Neither counts toward a requirement. Facts from before have none until they are rebuilt.
alter table fact
    add column list_minor    bigint,
    add column list_currency text,
    add column of_sale       uuid;

create index fact_reversal on fact (partner_id) where of_sale is not null;
