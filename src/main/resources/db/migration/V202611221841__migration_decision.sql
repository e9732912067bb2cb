create table migration_value_decision (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    field text not null,
    -- empty stands for records without a value
    value text not null,
    label text not null,
    offered boolean not null,
    target text,
    decided_by uuid,
    records bigint,
    constraint migration_value_decision_pk primary key (organization_id, migration_id, entity, field, value),
    constraint migration_value_decision_of_migration foreign key (migration_id) references migration_migration (id)
);

-- The dictionary as it was decided when the run began: a run that is resumed maps by the same one.
create table migration_dictionary (
    run_id uuid not null,
    content text not null,
    constraint migration_dictionary_pk primary key (run_id),
    constraint migration_dictionary_of_run foreign key (run_id) references migration_run (id) on delete cascade
);

create table migration_notice (
    run_id uuid not null,
    entity text not null,
    ordinal integer not null,
    code text not null,
    message text not null,
    constraint migration_notice_pk primary key (run_id, entity, ordinal),
    constraint migration_notice_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
