-- How many records that a run loaded looked a row up, in tables of which that is counted.
create table migration_looked_up (
    run_id uuid not null,
    entity text not null,
    looked_up text not null,
    row_id bigint not null,
    records bigint not null,
    constraint migration_looked_up_pk primary key (run_id, looked_up, row_id, entity),
    constraint migration_looked_up_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
