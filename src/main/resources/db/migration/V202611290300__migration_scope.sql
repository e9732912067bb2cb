-- What the Owner leaves out of imports; a migration without a row imports everything.
create table migration_scope (
    organization_id uuid not null,
    migration_id uuid not null,
    history text not null,
    since date,
    -- in which that day begins
    zone text,
    -- kinds of record, by the names of their first entity types
    left_out text[] not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    constraint migration_scope_pk primary key (organization_id, migration_id),
    constraint migration_scope_of_migration foreign key (migration_id) references migration_migration (id) on delete cascade,
    constraint migration_scope_history check (history in ('ALL', 'SINCE', 'NONE')),
    constraint migration_scope_since check ((history = 'SINCE') = (since is not null) and (since is null) = (zone is null))
);

create index migration_scope_by_migration on migration_scope (migration_id);

-- As it was when the run began; a run without a row imports everything.
create table migration_run_scope (
    run_id uuid not null,
    history text not null,
    since date,
    zone text,
    left_out text[] not null,
    constraint migration_run_scope_pk primary key (run_id),
    constraint migration_run_scope_of_run foreign key (run_id) references migration_run (id) on delete cascade,
    constraint migration_run_scope_history check (history in ('ALL', 'SINCE', 'NONE')),
    constraint migration_run_scope_since check ((history = 'SINCE') = (since is not null) and (since is null) = (zone is null))
);

-- Records that the source has and the scope leaves out, as far as it could count them without sending them.
alter table migration_pull_checkpoint
    add column left_out bigint not null default 0,
    add constraint migration_pull_checkpoint_left_out check (left_out >= 0);

-- Records that came, and are left out with the one they belong to.
alter table migration_load_checkpoint add column left_out bigint not null default 0;

alter table migration_staged_record
    drop constraint migration_staged_record_state,
    add constraint migration_staged_record_state check (state in ('STAGED', 'LOADED', 'SKIPPED', 'FAILED', 'LEFT_OUT'));
