-- When a run first came to its end. What is tried again afterwards changes neither that nor how long it worked.
alter table migration_run add column completed_at timestamptz;

update migration_run set completed_at = finished_at where status in ('COMPLETED', 'COMPLETED_WITH_ISSUES');
