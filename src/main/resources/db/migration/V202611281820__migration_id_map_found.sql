-- Fields that had a value when the record was linked, and that no import has written since: they are people's.
alter table migration_id_map add column found text;

update migration_id_map
set found = (select string_agg(field, ',' order by field) from json_object_keys(before::json) as field)
where last_outcome = 'LINKED' and before is not null;

create index migration_id_map_found on migration_id_map (organization_id, source_system, source_database, entity, source_id)
    where found is not null;
