-- Tests whose credentials were rejected, by digest of the user name: enough of them lock the API user in Autotask.
create table autotask_rejection (
    id bigint generated always as identity,
    api_user text not null,
    rejected_at timestamptz not null,
    constraint autotask_rejection_pk primary key (id)
);

create index autotask_rejection_user_ix on autotask_rejection (api_user, rejected_at);
