-- What was bought in advance under a contract and how much of it is used, as the source counted it at an instant. Nobody
-- edits it.
create table contract_balance (
    organization_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    kind text not null,
    bought numeric(17, 4) not null,
    used numeric(17, 4) not null,
    rate numeric(17, 4),
    start_date date,
    end_date date,
    active boolean not null default false,
    paid boolean not null default false,
    as_of timestamptz not null,
    source_system text not null,
    source_database bigint not null,
    source_id text not null,
    source_details json not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint contract_balance_pkey primary key (organization_id, id),
    constraint contract_balance_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete cascade,
    constraint contract_balance_kind_known check (kind in ('BLOCK', 'RETAINER', 'TICKETS'))
);

create unique index contract_balance_source_key
    on contract_balance (organization_id, source_system, source_database, source_id);

create index contract_balance_contract_idx on contract_balance (organization_id, contract_id);

alter table contract_balance alter column organization_id set statistics 0;
