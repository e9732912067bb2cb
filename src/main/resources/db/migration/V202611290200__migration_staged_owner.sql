-- Rows of look-ups that are asked for by the record they belong to. They lie apart from the staged records, of which most
-- have no such thing.
create table migration_staged_owner (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    source_id bigint not null,
    owner_id bigint not null,
    constraint migration_staged_owner_pk primary key (organization_id, migration_id, entity, source_id)
);

create index migration_staged_owner_by_owner
    on migration_staged_owner (organization_id, migration_id, entity, owner_id, source_id);
