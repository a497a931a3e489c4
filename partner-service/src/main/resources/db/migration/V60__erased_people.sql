-- Places on staffs whose people were erased, and which hold a mark so that nobody is counted twice: found when they expire.
create index consultant_erased on consultant (expires_on) where email is null and email_digest is not null;

comment on column consultant.email_digest is
    'tells the person from others; of an erased one a mark of this place alone, until the departure or the expiry';
