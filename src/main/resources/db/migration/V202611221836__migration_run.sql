create table migration_run (
    id uuid not null,
    organization_id uuid not null,
    migration_id uuid not null,
    number integer not null,
    status text not null,
    conflicts text not null,
    reason_code text,
    reason text,
    error_id text,
    failed_entity text,
    resumes_at timestamptz,
    waiting_since timestamptz,
    started_at timestamptz not null,
    started_by uuid not null,
    finished_at timestamptz,
    changed_at timestamptz,
    changed_by uuid,
    running_since timestamptz,
    worked_millis bigint not null,
    -- The execution that may write: each one takes the next number, and whoever holds a lower one stops.
    fence bigint not null,
    -- The start that may execute: a queued execution of an earlier start finds another number and goes away.
    ticket bigint not null,
    version bigint not null,
    constraint migration_run_pk primary key (id),
    constraint migration_run_of_migration foreign key (migration_id) references migration_migration (id),
    constraint migration_run_number_once unique (organization_id, migration_id, number),
    constraint migration_run_status check (
        status in ('QUEUED', 'RUNNING', 'WAITING', 'PAUSED', 'CANCELLED', 'FAILED', 'COMPLETED', 'COMPLETED_WITH_ISSUES')
    ),
    constraint migration_run_conflicts check (conflicts in ('KEEP_ASCENT', 'AUTOTASK_WINS')),
    constraint migration_run_waits_until_a_time check (status <> 'WAITING' or (resumes_at is not null and waiting_since is not null)),
    constraint migration_run_failed_for_a_reason check (status <> 'FAILED' or (reason_code is not null and reason is not null)),
    constraint migration_run_ended_at_a_time check (
        status not in ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_ISSUES') or finished_at is not null
    )
);

-- Two starts at the same moment cannot both begin a run, whatever the application believes.
create unique index migration_run_one_active on migration_run (migration_id)
    where status in ('QUEUED', 'RUNNING', 'WAITING');

-- Counted apart from the run's own row, which every writing transaction of the worker holds share locks on.
create table migration_run_usage (
    run_id uuid not null,
    calls bigint not null default 0,
    answer_millis bigint not null default 0,
    last_answer_at timestamptz,
    outage_since timestamptz,
    outage_attempts integer not null default 0,
    constraint migration_run_usage_pk primary key (run_id),
    constraint migration_run_usage_of_run foreign key (run_id) references migration_run (id) on delete cascade
);
