-- The id map knew what stood before the last change of a record, of which the next change made nothing. What it knows goes
-- where it stays. The run is the last one that wrote the entry, which may be a later one than that of the change.
insert into migration_change (organization_id, migration_id, run_id, entity, source_id, outcome, fields_before, fields_after)
select organization_id, migration_id, last_run_id, entity, source_id,
    case when last_outcome = 'LINKED' or found is not null then 'LINKED' else 'UPDATED' end, before, written
from migration_id_map
where before is not null
order by organization_id, migration_id, last_run_id, entity, source_id;

alter table migration_id_map
    drop column before,
    -- null where a record was there before the import, and for all that earlier versions created
    add column created_run_id uuid,
    -- null for records that nobody edits
    alter column written drop not null;
