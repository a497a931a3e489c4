-- A person can be forgotten: the entry of a consultant stays and counts, without the person.
alter table consultant
    alter column name drop not null,
    alter column email drop not null,
    alter column email_digest drop not null;

-- All that is held of a person, by the digest of the address.
create index consultant_by_person on consultant (email_digest);
create index contact_by_person on contact (email_digest);

-- Answers that are kept for retries and tell of people, by the resource they are about.
create index idempotency_key_of_contact on idempotency_key (right(location, 36)) where location like '%/contacts/%';
create index idempotency_key_of_consultant on idempotency_key (right(location, 36)) where location like '%/consultants/%';
