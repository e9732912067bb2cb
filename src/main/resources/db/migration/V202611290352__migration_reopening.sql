-- What is to be tried again of a run, and how far that has come: records of these types, one of them or all that have the reason,
-- or those that wait for a parent; and whatever waits for a record that was reopened.
create table migration_reopening (
    run_id uuid not null,
    entities text[] not null,
    source_id bigint,
    code text,
    parent_entity text,
    parent_id bigint,
    asked_at timestamptz not null,
    -- the last record that was looked at; none at the beginning
    entity text,
    severity smallint not null default 0,
    after bigint not null default 0,
    constraint migration_reopening_pk primary key (run_id),
    constraint migration_reopening_of_run foreign key (run_id) references migration_run (id) on delete cascade,
    constraint migration_reopening_parent check ((parent_entity is null) = (parent_id is null))
);
