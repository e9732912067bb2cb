create table migration_pull_checkpoint (
    run_id uuid not null,
    entity text not null,
    position integer not null,
    reads_after bigint not null,
    done boolean not null,
    expected bigint,
    pulled bigint not null,
    pages bigint not null,
    moved_at timestamptz not null,
    version bigint not null,
    constraint migration_pull_checkpoint_pk primary key (run_id, entity),
    constraint migration_pull_checkpoint_of_run foreign key (run_id) references migration_run (id) on delete cascade
);

create table migration_load_checkpoint (
    run_id uuid not null,
    entity text not null,
    loaded_up_to bigint,
    done boolean not null,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    linked bigint not null,
    skipped bigint not null,
    failed bigint not null,
    warnings bigint not null,
    moved_at timestamptz not null,
    version bigint not null,
    constraint migration_load_checkpoint_pk primary key (run_id, entity),
    constraint migration_load_checkpoint_of_run foreign key (run_id) references migration_run (id) on delete cascade,
    constraint migration_load_checkpoint_counts check (
        created >= 0 and updated >= 0 and unchanged >= 0 and linked >= 0 and skipped >= 0 and failed >= 0 and warnings >= 0
    )
);
