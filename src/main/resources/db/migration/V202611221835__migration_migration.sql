create table migration_migration (
    id uuid not null,
    organization_id uuid not null,
    source_system text not null,
    source_database bigint not null,
    connection uuid not null,
    created_at timestamptz not null,
    created_by uuid not null,
    version bigint not null,
    constraint migration_migration_pk primary key (id),
    constraint migration_migration_one_a_database unique (organization_id, source_system, source_database)
);

create index migration_migration_by_age on migration_migration (organization_id, created_at, id);
