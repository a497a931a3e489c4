-- How far a verified listing on a partner's own web site is from lapsing, and when it is looked at next.
alter table attestation
    add column listing_strikes    integer,
    add column listing_struck_on  date,
    add column listing_lapses_on  date,
    add column listing_next_probe timestamptz;

update attestation set listing_strikes = 0, listing_next_probe = now()
where kind = 'WEBSITE_LISTING' and status = 'VERIFIED' and evidence_url is not null;

create index attestation_to_probe on attestation (listing_next_probe) where listing_next_probe is not null;

create table listing_probe (
    id             uuid primary key,
    attestation_id uuid        not null references attestation,
    checked_at     timestamptz not null,
    outcome        text        not null,
    http_status    integer,
    final_url      text,
    reason         text        not null,
    strikes        integer     not null,
    lapses_on      date
);

create index listing_probe_of_attestation on listing_probe (attestation_id, id desc);
