-- Where records go whose parent is not in Ascent, as the Owner decided: from then on, in every run.
create table migration_parent_choice (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    source_id bigint not null,
    target_id uuid not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint migration_parent_choice_pk primary key (organization_id, migration_id, entity, source_id),
    constraint migration_parent_choice_of_migration foreign key (migration_id) references migration_migration (id)
);

create index migration_parent_choice_by_migration on migration_parent_choice (migration_id);
