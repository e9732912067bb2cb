create table migration_run_report (
    run_id uuid not null,
    content text not null,
    constraint migration_run_report_pk primary key (run_id),
    constraint migration_run_report_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
