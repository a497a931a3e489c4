-- The role that a service works with owns nothing. It reads and writes rows, and that by these grants; where a table's
-- comment begins with 'append-only', it reads and adds. See docs/adr/0050-append-only-audit.md.
do $$
declare
    fresh regclass;
    rights text;
begin
    -- Replicas that start at once must not change one table's rights at the same time.
    perform pg_advisory_xact_lock(hashtextextended('rights', 4712));
    for fresh in
        select oid from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
            and pg_get_userbyid(relowner) = current_user
            and not has_table_privilege('${service_role}', oid, 'select')
    loop
        rights := case
            when fresh = to_regclass('flyway_schema_history') then 'select'
            when obj_description(fresh, 'pg_class') like 'append-only%' then 'select, insert'
            else 'select, insert, update, delete'
        end;
        execute format('grant %s on %s to %I', rights, fresh, '${service_role}');
    end loop;
    -- Sequences that migrations made by name; those of identity columns need no rights.
    for fresh in
        select seqrelid from pg_sequence join pg_class on pg_class.oid = seqrelid
        where relnamespace = current_schema()::regnamespace
            and pg_get_userbyid(relowner) = current_user
            and not has_sequence_privilege('${service_role}', seqrelid, 'usage')
            and not exists (select from pg_depend where objid = seqrelid and deptype = 'i')
    loop
        execute format('grant usage on sequence %s to %I', fresh, '${service_role}');
    end loop;
    -- The relay frees the room of events that have left.
    if not has_table_privilege('${service_role}', 'outbox', 'maintain') then
        execute format('grant maintain on outbox to %I', '${service_role}');
    end if;
end $$;
