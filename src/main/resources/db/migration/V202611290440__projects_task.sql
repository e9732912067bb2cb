-- The tasks of projects, with their phase or without one. The number is Ascent's own, given once within a project; "source_number" is
-- what the source called the task. One of "people" is a line, "user:" and an id or "name:" and a name. Where no day is set, "ends_on"
-- holds the end of time. Tasks go with their project, search texts with their task; a phase that has some stays.
create table project_task (
    organization_id uuid not null,
    id uuid not null,
    project_id uuid not null,
    phase_id uuid,
    number bigint not null,
    source_number text,
    title text not null,
    status text not null,
    priority text not null,
    assignee_id uuid,
    assignee_name text,
    people text[] not null default '{}',
    start_date date,
    end_date date,
    completed_at timestamptz,
    estimated_minutes bigint,
    remaining_minutes bigint,
    actual_minutes bigint,
    description text,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_imported_at timestamptz,
    version bigint not null default 0,
    ends_on date not null,
    sort_key text collate "C" not null,
    constraint project_task_pkey primary key (organization_id, id),
    constraint project_task_project_fkey foreign key (organization_id, project_id) references project on delete cascade,
    constraint project_task_phase_fkey foreign key (organization_id, phase_id) references project_phase,
    constraint project_task_number_possible check (number > 0),
    constraint project_task_title_given check (title <> ''),
    constraint project_task_status_known check (status in ('NEW', 'IN_PROGRESS', 'WAITING', 'COMPLETED')),
    constraint project_task_priority_known check (priority in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    constraint project_task_people_limit check (cardinality(people) <= 100 and length(array_to_string(people, '')) <= 20500),
    constraint project_task_start_date_in_sight check (start_date between '1900-01-01' and '2200-12-31'),
    constraint project_task_end_date_in_sight check (end_date between '1900-01-01' and '2200-12-31'),
    constraint project_task_ends_after_its_start check (end_date >= start_date),
    constraint project_task_estimated_minutes_possible check (estimated_minutes between 0 and 6000000),
    constraint project_task_remaining_minutes_possible check (remaining_minutes between 0 and 6000000),
    constraint project_task_actual_minutes_possible check (actual_minutes between 0 and 6000000),
    constraint project_task_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint project_task_source_number_limit check (length(source_number) <= 50),
    constraint project_task_title_limit check (length(title) <= 255),
    constraint project_task_assignee_name_limit check (length(assignee_name) <= 200),
    constraint project_task_description_limit check (length(description) <= 10000)
);

create unique index project_task_number_key on project_task (organization_id, project_id, number);

-- Nothing twice: one task for one record of the source.
create unique index project_task_source_key on project_task (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index project_task_source_id_idx on project_task (organization_id, source_id) where source_id is not null;

create index project_task_edited_idx on project_task (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index project_task_sort_idx on project_task (organization_id, sort_key, id);

create index project_task_end_idx on project_task (organization_id, ends_on, id);

create index project_task_updated_idx on project_task (organization_id, updated_at, id);

create index project_task_status_idx on project_task (organization_id, status, sort_key, id);

create index project_task_phase_idx on project_task (organization_id, phase_id, number, id) where phase_id is not null;

create index project_task_assignee_idx on project_task (organization_id, assignee_id, sort_key, id)
    where assignee_id is not null;

create table project_task_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint project_task_search_pkey primary key (organization_id, id),
    constraint project_task_search_task_fkey foreign key (organization_id, id) references project_task on delete cascade
);

create index project_task_search_unsettled_idx on project_task_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index project_task_search_text_idx on project_task_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- The last number that was given in each project.
create table project_task_number (
    organization_id uuid not null,
    project_id uuid not null,
    last bigint not null,
    constraint project_task_number_pkey primary key (organization_id, project_id),
    constraint project_task_number_project_fkey foreign key (organization_id, project_id) references project
        on delete cascade
);

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table project_task alter column organization_id set statistics 0;
alter table project_task_search alter column organization_id set statistics 0;
