-- Tickets of clients. The number is Ascent's own, given once; "source_number" is what the source called the ticket. One of "people" is
-- a line, "user:" and an id or "name:" and a name; of "checklist" one is a line as ChecklistLine has it. Further contacts and assets are
-- no keys, since they lie in one column each: whoever deletes one takes it out. Where nothing is due, "due_by" holds the end of time.
-- The problem a ticket is part of is written apart from the fields, since an import knows it last.
create table desk_ticket (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    number text not null,
    source_number text,
    subject text not null,
    description text,
    resolution text,
    contact_id uuid,
    status_id uuid not null,
    closed boolean not null,
    priority text not null,
    type text not null,
    category_id uuid,
    queue text,
    assignee_id uuid,
    assignee_name text,
    people text[] not null default '{}',
    due_at timestamptz,
    opened_at timestamptz not null,
    first_response_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    last_activity_at timestamptz not null,
    contract_id uuid,
    asset_id uuid,
    project_id uuid,
    problem_id uuid,
    contact_ids uuid[] not null default '{}',
    asset_ids uuid[] not null default '{}',
    tags text[] not null default '{}',
    checklist text[] not null default '{}',
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_imported_at timestamptz,
    version bigint not null default 0,
    due_by timestamptz not null,
    sort_key text collate "C" not null,
    constraint desk_ticket_pkey primary key (organization_id, id),
    constraint desk_ticket_client_key unique (organization_id, id, client_id),
    constraint desk_ticket_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint desk_ticket_contact_fkey foreign key (organization_id, contact_id) references crm_contact
        on delete set null (contact_id),
    constraint desk_ticket_status_fkey foreign key (organization_id, status_id, closed)
        references desk_status (organization_id, id, closed) on update cascade,
    constraint desk_ticket_category_fkey foreign key (organization_id, category_id) references desk_category
        on delete set null (category_id),
    constraint desk_ticket_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete set null (contract_id),
    constraint desk_ticket_asset_fkey foreign key (organization_id, asset_id) references asset
        on delete set null (asset_id),
    constraint desk_ticket_project_fkey foreign key (organization_id, project_id) references project
        on delete set null (project_id),
    constraint desk_ticket_problem_fkey foreign key (organization_id, problem_id) references desk_ticket
        on delete set null (problem_id),
    constraint desk_ticket_problem_another check (problem_id <> id),
    constraint desk_ticket_subject_given check (subject <> ''),
    constraint desk_ticket_priority_known check (priority in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    constraint desk_ticket_type_known check (type in ('SERVICE_REQUEST', 'INCIDENT', 'PROBLEM')),
    constraint desk_ticket_people_limit check (cardinality(people) <= 50 and length(array_to_string(people, '')) <= 20500),
    constraint desk_ticket_contact_ids_limit check (cardinality(contact_ids) <= 1000),
    constraint desk_ticket_asset_ids_limit check (cardinality(asset_ids) <= 1000),
    constraint desk_ticket_tags_limit check (cardinality(tags) <= 100),
    constraint desk_ticket_checklist_limit check (cardinality(checklist) <= 1000),
    constraint desk_ticket_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint desk_ticket_number_limit check (length(number) <= 30),
    constraint desk_ticket_source_number_limit check (length(source_number) <= 50),
    constraint desk_ticket_subject_limit check (length(subject) <= 255),
    constraint desk_ticket_description_limit check (length(description) <= 1000000),
    constraint desk_ticket_resolution_limit check (length(resolution) <= 1000000),
    constraint desk_ticket_queue_limit check (length(queue) <= 100),
    constraint desk_ticket_assignee_name_limit check (length(assignee_name) <= 200)
);

create unique index desk_ticket_number_key on desk_ticket (organization_id, number);

-- Nothing twice: one ticket for one record of the source.
create unique index desk_ticket_source_key on desk_ticket (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index desk_ticket_source_id_idx on desk_ticket (organization_id, source_id) where source_id is not null;

create index desk_ticket_source_number_idx on desk_ticket (organization_id, source_number) where source_number is not null;

create index desk_ticket_edited_idx on desk_ticket (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index desk_ticket_activity_idx on desk_ticket (organization_id, last_activity_at, id);

create index desk_ticket_open_idx on desk_ticket (organization_id, last_activity_at, id) where not closed;

create index desk_ticket_sort_idx on desk_ticket (organization_id, sort_key, id);

create index desk_ticket_due_idx on desk_ticket (organization_id, due_by, id) where not closed;

create index desk_ticket_client_idx on desk_ticket (organization_id, client_id, last_activity_at, id);

create index desk_ticket_status_idx on desk_ticket (organization_id, status_id, last_activity_at, id);

create index desk_ticket_assignee_idx on desk_ticket (organization_id, assignee_id, last_activity_at, id)
    where assignee_id is not null;

create index desk_ticket_contact_idx on desk_ticket (organization_id, contact_id) where contact_id is not null;

create index desk_ticket_contract_idx on desk_ticket (organization_id, contract_id) where contract_id is not null;

create index desk_ticket_asset_idx on desk_ticket (organization_id, asset_id) where asset_id is not null;

create index desk_ticket_project_idx on desk_ticket (organization_id, project_id) where project_id is not null;

create index desk_ticket_problem_idx on desk_ticket (organization_id, problem_id) where problem_id is not null;

create index desk_ticket_category_idx on desk_ticket (organization_id, category_id) where category_id is not null;

create index desk_ticket_contacts_idx on desk_ticket using gin (contact_ids) where contact_ids <> '{}';

create index desk_ticket_assets_idx on desk_ticket using gin (asset_ids) where asset_ids <> '{}';

create table desk_ticket_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint desk_ticket_search_pkey primary key (organization_id, id),
    constraint desk_ticket_search_ticket_fkey foreign key (organization_id, id) references desk_ticket on delete cascade
);

create index desk_ticket_search_unsettled_idx on desk_ticket_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index desk_ticket_search_text_idx on desk_ticket_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- The last number that was given for each day.
create table desk_ticket_number (
    organization_id uuid not null,
    day date not null,
    last bigint not null,
    constraint desk_ticket_number_pkey primary key (organization_id, day)
);

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table desk_ticket alter column organization_id set statistics 0;
alter table desk_ticket_search alter column organization_id set statistics 0;
