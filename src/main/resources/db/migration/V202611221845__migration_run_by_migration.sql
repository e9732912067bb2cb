create index migration_run_by_migration on migration_run (migration_id, number);

create index migration_value_decision_by_migration on migration_value_decision (migration_id);
