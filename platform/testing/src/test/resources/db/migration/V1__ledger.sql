create table ledger (
    id       bigint generated always as identity primary key,
    key      text   not null,
    sequence bigint not null,
    note     text   not null
);
