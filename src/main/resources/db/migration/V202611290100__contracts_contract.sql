-- Contracts with clients. What is stored of the status is what somebody said; that a contract expires, or has expired, follows
-- from "ends_on", which is its last day, or the end of time for one without an end. The keys behind it are derived in the
-- application, too. Links to other contracts are written apart from the fields, since an import knows them last.
create table contract (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    name text not null,
    number text,
    type text not null,
    billing_model text,
    status text not null,
    start_date date not null,
    end_date date,
    value numeric(17, 4),
    auto_renew boolean not null default false,
    contact_id uuid,
    contact_name text,
    description text,
    service_scope text,
    sla_terms text,
    payment_terms text,
    termination_clauses text,
    notes text,
    renewed_by_id uuid,
    exclusion_contract_id uuid,
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
    constraint contract_pkey primary key (organization_id, id),
    constraint contract_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint contract_contact_fkey foreign key (organization_id, contact_id) references crm_contact
        on delete set null (contact_id),
    constraint contract_renewed_by_fkey foreign key (organization_id, renewed_by_id) references contract
        on delete set null (renewed_by_id),
    constraint contract_exclusion_contract_fkey foreign key (organization_id, exclusion_contract_id) references contract
        on delete set null (exclusion_contract_id),
    constraint contract_not_renewed_by_itself check (renewed_by_id <> id),
    constraint contract_not_excluded_from_itself check (exclusion_contract_id <> id),
    constraint contract_name_given check (name <> ''),
    constraint contract_type_known
        check (type in ('MSP_AGREEMENT', 'SUPPORT_PLAN', 'MAINTENANCE', 'PROJECT', 'SLA', 'NDA')),
    constraint contract_billing_model_known
        check (billing_model in
            ('RECURRING', 'BLOCK_HOURS', 'RETAINER', 'PER_TICKET', 'FIXED_PRICE', 'TIME_AND_MATERIALS')),
    constraint contract_status_known check (status in ('DRAFT', 'ACTIVE', 'RENEWED', 'CANCELLED')),
    constraint contract_start_date_in_sight check (start_date between '1900-01-01' and '2200-12-31'),
    constraint contract_end_date_in_sight check (end_date between '1900-01-01' and '2200-12-31'),
    constraint contract_ends_after_its_start check (end_date >= start_date),
    constraint contract_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint contract_name_limit check (length(name) <= 200),
    constraint contract_number_limit check (length(number) <= 50),
    constraint contract_contact_name_limit check (length(contact_name) <= 200),
    constraint contract_description_limit check (length(description) <= 10000),
    constraint contract_service_scope_limit check (length(service_scope) <= 10000),
    constraint contract_sla_terms_limit check (length(sla_terms) <= 10000),
    constraint contract_payment_terms_limit check (length(payment_terms) <= 10000),
    constraint contract_termination_clauses_limit check (length(termination_clauses) <= 10000),
    constraint contract_notes_limit check (length(notes) <= 10000)
);

-- Nothing twice: one contract for one record of the source.
create unique index contract_source_key on contract (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index contract_source_id_idx on contract (organization_id, source_id) where source_id is not null;

create index contract_edited_idx on contract (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index contract_sort_idx on contract (organization_id, sort_key, id);

create index contract_end_idx on contract (organization_id, ends_on, id);

create index contract_start_idx on contract (organization_id, start_date, id);

create index contract_updated_idx on contract (organization_id, updated_at, id);

create index contract_client_idx on contract (organization_id, client_id, sort_key, id);

create index contract_contact_idx on contract (organization_id, contact_id) where contact_id is not null;

create index contract_renewed_by_idx on contract (organization_id, renewed_by_id) where renewed_by_id is not null;

create index contract_exclusion_idx on contract (organization_id, exclusion_contract_id)
    where exclusion_contract_id is not null;

-- Which contracts have a status on some day, and how many: from this index alone.
create index contract_status_idx on contract (organization_id, status, ends_on, type);

create table contract_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint contract_search_pkey primary key (organization_id, id)
);

create index contract_search_unsettled_idx on contract_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index contract_search_text_idx on contract_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table contract alter column organization_id set statistics 0;
alter table contract_search alter column organization_id set statistics 0;
