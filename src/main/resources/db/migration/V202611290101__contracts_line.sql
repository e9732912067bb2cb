-- What a contract consists of. Nobody edits a line: an import writes it, for reference, and no invoice comes of it.
create table contract_line (
    organization_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    kind text not null,
    description text,
    units numeric(17, 4),
    unit_price numeric(17, 4),
    unit_cost numeric(17, 4),
    monthly_amount numeric(17, 4),
    period_start date,
    period_end date,
    due_date date,
    paused boolean not null default false,
    source_system text not null,
    source_database bigint not null,
    source_id text not null,
    source_details json not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint contract_line_pkey primary key (organization_id, id),
    constraint contract_line_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete cascade,
    constraint contract_line_kind_known check (kind in ('SERVICE', 'BUNDLE', 'MILESTONE')),
    constraint contract_line_description_limit check (length(description) <= 1000)
);

-- Nothing twice. An id alone is not enough: lines are read from several entities of Autotask ("ContractServices:12").
create unique index contract_line_source_key
    on contract_line (organization_id, source_system, source_database, source_id);

create index contract_line_contract_idx on contract_line (organization_id, contract_id);

alter table contract_line alter column organization_id set statistics 0;
