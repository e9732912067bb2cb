-- What had become of a record that is tried again. Its reason told that as long as all reasons were known; entity types
-- supply their own now, and those of earlier releases are found as well.
alter table migration_retry add column state text;

update migration_retry
set state = case when code in ('INVALID_VALUE', 'SOURCE_ERROR', 'INTERNAL_ERROR') then 'FAILED' else 'SKIPPED' end;

alter table migration_retry
    alter column state set not null,
    add constraint migration_retry_state check (state in ('SKIPPED', 'FAILED'));
