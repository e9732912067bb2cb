-- How many records Autotask counted for each choice of how far back imports go, when somebody asked.
create table importing_scope_count (
    organization_id uuid not null,
    source_database bigint not null,
    entity text not null,
    everything bigint,
    since_day bigint,
    open_only bigint,
    -- the day that since_day goes by
    since date,
    answer_millis bigint not null,
    counted_at timestamptz not null,
    constraint importing_scope_count_pk primary key (organization_id, source_database, entity)
);
