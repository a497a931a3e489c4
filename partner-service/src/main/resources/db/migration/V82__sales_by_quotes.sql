-- What a sale was sold by. Quotes are benefits-service's, which looks at the discount; here it is only told on.
alter table sale add column quote_id uuid;
