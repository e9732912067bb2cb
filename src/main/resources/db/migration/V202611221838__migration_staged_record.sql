-- No foreign keys here: millions of rows are written in bulk, and a migration removes its own.
create table migration_staged_record (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    source_id bigint not null,
    run_id uuid not null,
    state text not null,
    outcome text,
    payload_hash bytea not null,
    pulled_at timestamptz not null,
    processed_at timestamptz,
    name text,
    keys jsonb,
    links jsonb,
    -- text, not jsonb: the payload is kept to the letter, and jsonb refuses the NUL some texts carry as an escape
    payload text not null,
    constraint migration_staged_record_pk primary key (organization_id, migration_id, entity, source_id),
    constraint migration_staged_record_state check (state in ('STAGED', 'LOADED', 'SKIPPED', 'FAILED')),
    constraint migration_staged_record_outcome check (
        (state = 'LOADED') = (outcome is not null)
        and outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'LINKED')
    )
) with (fillfactor = 80);
