-- Records that are to be read anew from the source before they are loaded again; a row goes with the page that brings it.
create table migration_rereading (
    run_id uuid not null,
    entity text not null,
    source_id bigint not null,
    constraint migration_rereading_pk primary key (run_id, entity, source_id),
    constraint migration_rereading_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
