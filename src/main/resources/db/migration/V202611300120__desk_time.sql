-- Time that was worked, on a ticket, a task, a project, or for a client alone. Whose time it is that is for a ticket or a project follows
-- these, hence their second keys. What is on its way to an invoice is changed by nobody.
alter table project add constraint project_client_key unique (organization_id, id, client_id);

create table desk_time (
    organization_id uuid not null,
    id uuid not null,
    date date not null,
    start_at timestamptz,
    end_at timestamptz,
    minutes bigint not null,
    billable_minutes bigint,
    description text not null,
    internal_note text,
    ticket_id uuid,
    task_id uuid,
    project_id uuid,
    client_id uuid not null,
    contract_id uuid,
    user_id uuid,
    user_name text,
    billable boolean not null,
    billing_state text not null,
    rate numeric(17, 4),
    work_type text,
    role text,
    invoice_number text,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_imported_at timestamptz,
    version bigint not null default 0,
    sort_key text collate "C" not null,
    constraint desk_time_pkey primary key (organization_id, id),
    constraint desk_time_ticket_fkey foreign key (organization_id, ticket_id, client_id)
        references desk_ticket (organization_id, id, client_id) on update cascade,
    constraint desk_time_task_fkey foreign key (organization_id, task_id) references project_task,
    constraint desk_time_project_fkey foreign key (organization_id, project_id, client_id)
        references project (organization_id, id, client_id) on update cascade,
    constraint desk_time_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint desk_time_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete set null (contract_id),
    constraint desk_time_one_work_item check (ticket_id is null or task_id is null and project_id is null),
    constraint desk_time_task_in_project check (task_id is null or project_id is not null),
    constraint desk_time_description_given check (description <> ''),
    constraint desk_time_somebodys check (user_id is not null or user_name is not null),
    constraint desk_time_date_in_sight check (date between '1900-01-01' and '2200-12-31'),
    constraint desk_time_billing_state_known check (billing_state in ('NOT_BILLABLE', 'UNBILLED', 'APPROVED', 'INVOICED')),
    constraint desk_time_billing_state_fits check (billable or billing_state = 'NOT_BILLABLE'),
    constraint desk_time_minutes_possible check (minutes between 0 and 6000000),
    constraint desk_time_billable_minutes_possible check (billable_minutes between 0 and 6000000),
    constraint desk_time_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint desk_time_description_limit check (length(description) <= 1000000),
    constraint desk_time_internal_note_limit check (length(internal_note) <= 1000000),
    constraint desk_time_user_name_limit check (length(user_name) <= 200),
    constraint desk_time_work_type_limit check (length(work_type) <= 100),
    constraint desk_time_role_limit check (length(role) <= 100),
    constraint desk_time_invoice_number_limit check (length(invoice_number) <= 50)
);

-- Nothing twice: one entry for one record of the source.
create unique index desk_time_source_key on desk_time (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index desk_time_source_id_idx on desk_time (organization_id, source_id) where source_id is not null;

create index desk_time_edited_idx on desk_time (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index desk_time_date_idx on desk_time (organization_id, date, id);

create index desk_time_client_idx on desk_time (organization_id, client_id, date, id);

create index desk_time_state_idx on desk_time (organization_id, billing_state, date, id);

create index desk_time_user_idx on desk_time (organization_id, user_id, date, id) where user_id is not null;

create index desk_time_ticket_idx on desk_time (organization_id, ticket_id, date, id) where ticket_id is not null;

create index desk_time_task_idx on desk_time (organization_id, task_id) where task_id is not null;

create index desk_time_project_idx on desk_time (organization_id, project_id, date, id) where project_id is not null;

create index desk_time_contract_idx on desk_time (organization_id, contract_id) where contract_id is not null;

create table desk_time_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint desk_time_search_pkey primary key (organization_id, id),
    constraint desk_time_search_time_fkey foreign key (organization_id, id) references desk_time on delete cascade
);

create index desk_time_search_unsettled_idx on desk_time_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index desk_time_search_text_idx on desk_time_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table desk_time alter column organization_id set statistics 0;
alter table desk_time_search alter column organization_id set statistics 0;
