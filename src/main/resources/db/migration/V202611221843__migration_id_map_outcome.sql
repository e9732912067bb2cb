-- What the last run that wrote the record did to it: a record that comes twice in one run was still created once.
alter table migration_id_map add column last_outcome text;

update migration_id_map set last_outcome = 'CREATED' where last_outcome is null;

alter table migration_id_map
    alter column last_outcome set not null,
    add constraint migration_id_map_outcome check (last_outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'LINKED'));
