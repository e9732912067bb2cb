-- Which task comes after which, each pair once. Rows with a source were brought by an import, the others were made by people, who may
-- take away either. A pair goes with either of its tasks.
create table project_task_predecessor (
    organization_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    predecessor_id uuid not null,
    lag_days bigint,
    source_system text,
    source_database bigint,
    source_id text,
    source_details json,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint project_task_predecessor_pkey primary key (organization_id, id),
    constraint project_task_predecessor_task_fkey foreign key (organization_id, task_id) references project_task
        on delete cascade,
    constraint project_task_predecessor_predecessor_fkey foreign key (organization_id, predecessor_id)
        references project_task on delete cascade,
    constraint project_task_predecessor_of_two check (task_id <> predecessor_id),
    constraint project_task_predecessor_source_whole
        check (num_nulls(source_system, source_database, source_id, source_details) in (0, 4))
);

-- Nothing twice.
create unique index project_task_predecessor_source_key
    on project_task_predecessor (organization_id, source_system, source_database, source_id) where source_id is not null;

create unique index project_task_predecessor_pair_key
    on project_task_predecessor (organization_id, task_id, predecessor_id);

create index project_task_predecessor_predecessor_idx on project_task_predecessor (organization_id, predecessor_id);

alter table project_task_predecessor alter column organization_id set statistics 0;
