-- Premier partners, each with the seven benefits and an authorized contact: what 100,000 events would have left.
create extension if not exists pgcrypto;
insert into holder (partner_id, status, tier, program_version, effective_on)
select ('0198' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 'ACTIVE', 'PREMIER', '2.0', '2020-01-12'
from generate_series(1, :partners) n;
insert into entitlement (id, partner_id, code, benefit_value, since, program_version, tier)
select uuidv7(), partner_id, code, benefit_value, '2020-01-12', '2.0', 'PREMIER'
from holder cross join (values
    ('LICENSE_DISCOUNT', '33%'), ('EVALUATION_LICENSE', 'INCLUDED'), ('TECHNICAL_SUPPORT', 'INCLUDED'),
    ('TRAINING_DISCOUNT', '50%'), ('SUPPORT_PORTAL', 'INCLUDED'), ('LOGO_USE', 'INCLUDED'), ('DIRECTORY_LISTING', 'INCLUDED'))
    benefit (code, benefit_value);
insert into authorized_contact (id, partner_id, sequence, email_digest, scopes, authorized_on)
select uuidv7(), ('0198' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 4,
    encode(hmac('kim@p' || n || '.example', ':secret', 'sha256'), 'hex'), '{SUPPORT}', '2020-01-12'
from generate_series(1, :partners) n;
