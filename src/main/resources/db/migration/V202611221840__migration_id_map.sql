create table migration_id_map (
    organization_id uuid not null,
    source_system text not null,
    source_database bigint not null,
    entity text not null,
    source_id bigint not null,
    target_id uuid not null,
    migration_id uuid not null,
    -- of what mapping made of the record; null when a person's value was kept, so that the next run looks again
    fingerprint bytea,
    -- of what is kept beside the fields, and of what the source sent
    details_hash bytea not null,
    payload_hash bytea not null,
    -- what this import last wrote, and what stood there before: JSON objects of the target's fields
    written text not null,
    before text,
    -- source field to the record of Ascent that was written there after the last batch
    linked jsonb not null,
    first_import timestamptz not null,
    last_import timestamptz not null,
    last_run_id uuid not null,
    constraint migration_id_map_pk primary key (organization_id, source_system, source_database, entity, source_id)
);

create index migration_id_map_by_target on migration_id_map (organization_id, target_id);
