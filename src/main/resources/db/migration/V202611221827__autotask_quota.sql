-- What is known of the hourly quota of an Autotask database, which all organizations, runs and nodes share.
create table autotask_quota (
    database bigint not null,
    threshold integer not null,
    window_minutes integer not null,
    used integer not null,
    ours_then integer not null,
    calls_since integer not null,
    reading_due_at integer not null,
    read_at timestamptz,
    constraint autotask_quota_pk primary key (database),
    constraint autotask_quota_counts check (threshold > 0 and window_minutes > 0 and used >= 0 and calls_since >= 0)
);

comment on column autotask_quota.used is 'calls of all integrations, at the last reading';
comment on column autotask_quota.ours_then is 'our own among them';
comment on column autotask_quota.calls_since is 'our calls that the last reading may not know of';
comment on column autotask_quota.reading_due_at is 'the number of calls since at which the quota is read anew';

-- Our own calls of the last hour; answered_at is empty while one is in flight.
create table autotask_call (
    id bigint generated always as identity,
    database bigint not null,
    taken_at timestamptz not null,
    answered_at timestamptz,
    constraint autotask_call_pk primary key (id)
);

create index autotask_call_taken_ix on autotask_call (database, taken_at);

-- The token bucket of a database; the state is the library's.
create table autotask_bucket (
    database bigint not null,
    state bytea,
    constraint autotask_bucket_pk primary key (database)
);
