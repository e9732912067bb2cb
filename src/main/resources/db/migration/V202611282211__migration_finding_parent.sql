-- Which record a skipped one waits for. Its id alone does not tell: two types may have a record of the same one.
alter table migration_finding
    add column parent_entity text,
    add column parent_id bigint;

-- Until now only contacts waited for others, which were companies, and the value of the field was the id.
update migration_finding
set parent_entity = 'companies', parent_id = cast(value as bigint)
where code = 'PARENT_NOT_IMPORTED' and severity = 1 and origin = 'BATCH' and ordinal = 0
    and entity = 'contacts' and value ~ '^-?[0-9]{1,18}$';

alter table migration_finding
    add constraint migration_finding_parent check ((parent_entity is null) = (parent_id is null));
