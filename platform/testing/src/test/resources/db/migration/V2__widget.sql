CREATE TABLE widget (
    id      uuid PRIMARY KEY,
    name    text NOT NULL UNIQUE,
    color   text,
    price   numeric(19, 4),
    currency char(3),
    version bigint NOT NULL
);
