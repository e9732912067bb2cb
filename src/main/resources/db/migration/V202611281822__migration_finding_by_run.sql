-- A run's issues are its own: those of the last one that ended stay while another one is under way.
alter table migration_finding
    drop constraint migration_finding_pk,
    add constraint migration_finding_pk primary key (organization_id, migration_id, entity, source_id, run_id, origin, ordinal);
