-- The last time a record was tried again within its run, and why it had been left out until then.
create table migration_retry (
    run_id uuid not null,
    entity text not null,
    source_id bigint not null,
    code text not null,
    asked_at timestamptz not null,
    constraint migration_retry_pk primary key (run_id, entity, source_id),
    constraint migration_retry_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
