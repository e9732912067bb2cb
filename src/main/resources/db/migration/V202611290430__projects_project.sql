-- Projects of clients. The number is Ascent's own, given once; "source_number" is what the source called the project. Where no day
-- is set, "starts_on" and "ends_on" hold the end of time. The keys behind them are derived in the application, too.
create table project (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    contract_id uuid,
    number text not null,
    source_number text,
    name text not null,
    lead_id uuid,
    lead_name text,
    type text not null,
    status text not null,
    start_date date,
    end_date date,
    completed_at timestamptz,
    estimated_minutes bigint,
    actual_minutes bigint,
    percent_complete bigint,
    description text,
    status_note text,
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
    ends_on date not null,
    sort_key text collate "C" not null,
    constraint project_pkey primary key (organization_id, id),
    constraint project_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint project_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete set null (contract_id),
    constraint project_name_given check (name <> ''),
    constraint project_type_known check (type in ('CLIENT', 'INTERNAL', 'PROPOSAL')),
    constraint project_status_known check (status in ('PLANNING', 'ACTIVE', 'ON_HOLD', 'COMPLETED', 'CANCELLED')),
    constraint project_start_date_in_sight check (start_date between '1900-01-01' and '2200-12-31'),
    constraint project_end_date_in_sight check (end_date between '1900-01-01' and '2200-12-31'),
    constraint project_ends_after_its_start check (end_date >= start_date),
    constraint project_estimated_minutes_possible check (estimated_minutes between 0 and 6000000),
    constraint project_actual_minutes_possible check (actual_minutes between 0 and 6000000),
    constraint project_percent_complete_possible check (percent_complete between 0 and 100),
    constraint project_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint project_number_limit check (length(number) <= 20),
    constraint project_source_number_limit check (length(source_number) <= 50),
    constraint project_name_limit check (length(name) <= 255),
    constraint project_lead_name_limit check (length(lead_name) <= 200),
    constraint project_description_limit check (length(description) <= 10000),
    constraint project_status_note_limit check (length(status_note) <= 10000)
);

create unique index project_number_key on project (organization_id, number);

-- Nothing twice: one project for one record of the source.
create unique index project_source_key on project (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index project_source_id_idx on project (organization_id, source_id) where source_id is not null;

create index project_edited_idx on project (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index project_sort_idx on project (organization_id, sort_key, id);

create index project_start_idx on project (organization_id, starts_on, id);

create index project_end_idx on project (organization_id, ends_on, id);

create index project_updated_idx on project (organization_id, updated_at, id);

create index project_status_idx on project (organization_id, status, sort_key, id);

create index project_client_idx on project (organization_id, client_id, sort_key, id);

create index project_contract_idx on project (organization_id, contract_id, sort_key, id) where contract_id is not null;

create index project_lead_idx on project (organization_id, lead_id, sort_key, id) where lead_id is not null;

create table project_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint project_search_pkey primary key (organization_id, id)
);

create index project_search_unsettled_idx on project_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index project_search_text_idx on project_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- The last number that was given in each month, "2602" for February 2026.
create table project_number (
    organization_id uuid not null,
    month text not null,
    last bigint not null,
    constraint project_number_pkey primary key (organization_id, month)
);

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table project alter column organization_id set statistics 0;
alter table project_search alter column organization_id set statistics 0;
