-- Where people put records whose parent is missing, kept by the source's database while there is no migration of it: a later
-- one takes it up.
create table migration_parent_choice_kept (
    organization_id uuid not null,
    source_system text not null,
    source_database bigint not null,
    entity text not null,
    source_id bigint not null,
    target_id uuid not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint migration_parent_choice_kept_pk
        primary key (organization_id, source_system, source_database, entity, source_id)
);
