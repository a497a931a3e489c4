-- What a rebuild came to, as it is shown. The columns that held it before stay for replicas of the version before.
alter table rebuild add column summary text;

update rebuild
set summary = json_build_object('events', events, 'unreadable', unreadable, 'partnersMended', partners_mended)
where status = 'COMPLETED';
