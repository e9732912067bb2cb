-- Work that some node must do, its heartbeat and its owner; the columns are db-scheduler's.
create table scheduler_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint scheduler_task_pk primary key (task_name, task_instance)
);

create index scheduler_task_execution_time_ix on scheduler_task (execution_time);
create index scheduler_task_last_heartbeat_ix on scheduler_task (last_heartbeat);
