-- What runs changed in records that were there before, so that it can be taken back. Only added to, and read by run.
create table migration_change (
    organization_id uuid not null,
    migration_id uuid not null,
    run_id uuid not null,
    entity text not null,
    source_id bigint not null,
    -- a record may come twice in one run
    number bigint not null generated always as identity,
    outcome text not null,
    -- JSON objects of the fields that were written: text, since jsonb refuses the NUL some texts carry as an escape
    fields_before text not null,
    fields_after text not null,
    constraint migration_change_pk primary key (organization_id, migration_id, run_id, entity, source_id, number),
    constraint migration_change_outcome check (outcome in ('LINKED', 'UPDATED'))
);
