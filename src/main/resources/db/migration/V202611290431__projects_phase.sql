-- The headings that projects are divided by, one within another. The phase above is written apart from the fields, since an import
-- knows it last. Phases go with their project, search texts with their phase.
create table project_phase (
    organization_id uuid not null,
    id uuid not null,
    project_id uuid not null,
    parent_id uuid,
    title text not null,
    start_date date,
    due_date date,
    estimated_minutes bigint,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_imported_at timestamptz,
    version bigint not null default 0,
    starts_on date not null,
    sort_key text collate "C" not null,
    constraint project_phase_pkey primary key (organization_id, id),
    constraint project_phase_project_fkey foreign key (organization_id, project_id) references project on delete cascade,
    constraint project_phase_parent_fkey foreign key (organization_id, parent_id) references project_phase,
    constraint project_phase_not_part_of_itself check (parent_id <> id),
    constraint project_phase_title_given check (title <> ''),
    constraint project_phase_start_date_in_sight check (start_date between '1900-01-01' and '2200-12-31'),
    constraint project_phase_due_date_in_sight check (due_date between '1900-01-01' and '2200-12-31'),
    constraint project_phase_due_after_its_start check (due_date >= start_date),
    constraint project_phase_estimated_minutes_possible check (estimated_minutes between 0 and 6000000),
    constraint project_phase_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint project_phase_title_limit check (length(title) <= 255)
);

-- Nothing twice: one phase for one record of the source.
create unique index project_phase_source_key on project_phase (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index project_phase_source_id_idx on project_phase (organization_id, source_id) where source_id is not null;

create index project_phase_edited_idx on project_phase (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

create index project_phase_project_idx on project_phase (organization_id, project_id, starts_on, id);

create index project_phase_parent_idx on project_phase (organization_id, parent_id) where parent_id is not null;

create table project_phase_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint project_phase_search_pkey primary key (organization_id, id),
    constraint project_phase_search_phase_fkey foreign key (organization_id, id) references project_phase on delete cascade
);

create index project_phase_search_unsettled_idx on project_phase_search (organization_id) where not settled;

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table project_phase alter column organization_id set statistics 0;
alter table project_phase_search alter column organization_id set statistics 0;
