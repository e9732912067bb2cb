-- What people chose that picklist values become, kept by the source's database while there is no migration of it: a later
-- one takes it up.
create table migration_value_choice (
    organization_id uuid not null,
    source_system text not null,
    source_database bigint not null,
    entity text not null,
    field text not null,
    value text not null,
    label text not null,
    target text not null,
    decided_by uuid not null
);

-- By a digest, since a value may be longer than an index takes.
create unique index migration_value_choice_once on migration_value_choice
    (organization_id, source_system, source_database, entity, field, md5(value));
