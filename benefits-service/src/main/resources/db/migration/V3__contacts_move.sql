-- A contact goes with its partner when records are merged, and two partners' streams come in any order: what the one says
-- of a contact is nothing to what the other says of it.
alter table authorized_contact
    drop constraint authorized_contact_pkey,
    add primary key (partner_id, id);
