-- A break Autotask asked for: no node calls that endpoint of that database before it is over.
create table autotask_pause (
    database bigint not null,
    endpoint text not null,
    until timestamptz not null,
    strikes integer not null,
    constraint autotask_pause_pk primary key (database, endpoint)
);
