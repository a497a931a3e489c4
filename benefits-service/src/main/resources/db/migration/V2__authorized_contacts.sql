-- Who may speak for a partner. The person is known by id and by the digest of the e-mail address only;
-- the digest goes when the authorization is withdrawn.
create table authorized_contact (
    id            uuid primary key,
    partner_id    uuid          not null references holder (partner_id),
    sequence      bigint        not null,
    email_digest  text,
    scopes        text[] not null default '{}',
    authorized_on date,
    withdrawn_on  date
);

create index authorized_contact_by_digest on authorized_contact (partner_id, email_digest) where withdrawn_on is null;
