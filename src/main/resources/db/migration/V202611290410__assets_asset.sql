-- What clients own. The keys behind what a source record is recognized by are derived in the application, and so is
-- "warranty_ends_on", which is the end of time for an asset whose warranty nobody knows. Links to other assets are written apart
-- from the fields, since an import knows them last.
create table asset (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    name text not null,
    type text not null,
    status text not null,
    contact_id uuid,
    contract_id uuid,
    vendor_id uuid,
    manufacturer text,
    model text,
    serial_number text,
    reference_number text,
    hostname text,
    ip_address text,
    mac_address text,
    operating_system text,
    rmm_id text,
    location text,
    install_date date,
    warranty_expiration date,
    notes text,
    parent_id uuid,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_imported_at timestamptz,
    version bigint not null default 0,
    rmm_key text collate "C",
    serial_key text collate "C",
    hostname_key text collate "C",
    warranty_ends_on date not null,
    sort_key text collate "C" not null,
    constraint asset_pkey primary key (organization_id, id),
    constraint asset_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint asset_contact_fkey foreign key (organization_id, contact_id) references crm_contact
        on delete set null (contact_id),
    constraint asset_contract_fkey foreign key (organization_id, contract_id) references contract
        on delete set null (contract_id),
    constraint asset_vendor_fkey foreign key (organization_id, vendor_id) references crm_client
        on delete set null (vendor_id),
    constraint asset_parent_fkey foreign key (organization_id, parent_id) references asset
        on delete set null (parent_id),
    constraint asset_not_below_itself check (parent_id <> id),
    constraint asset_name_given check (name <> ''),
    constraint asset_type_known
        check (type in
            ('WORKSTATION', 'LAPTOP', 'SERVER', 'VIRTUAL_MACHINE', 'NETWORK_DEVICE', 'FIREWALL', 'PRINTER',
            'MOBILE_DEVICE', 'STORAGE', 'PERIPHERAL', 'SOFTWARE', 'CLOUD_SERVICE', 'OTHER')),
    constraint asset_status_known check (status in ('ACTIVE', 'INACTIVE')),
    constraint asset_install_date_in_sight check (install_date between '1900-01-01' and '2200-12-31'),
    constraint asset_warranty_expiration_in_sight check (warranty_expiration between '1900-01-01' and '2200-12-31'),
    constraint asset_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint asset_name_limit check (length(name) <= 255),
    constraint asset_manufacturer_limit check (length(manufacturer) <= 150),
    constraint asset_model_limit check (length(model) <= 150),
    constraint asset_serial_number_limit check (length(serial_number) <= 100),
    constraint asset_reference_number_limit check (length(reference_number) <= 100),
    constraint asset_hostname_limit check (length(hostname) <= 255),
    constraint asset_ip_address_limit check (length(ip_address) <= 255),
    constraint asset_mac_address_limit check (length(mac_address) <= 255),
    constraint asset_operating_system_limit check (length(operating_system) <= 255),
    constraint asset_rmm_id_limit check (length(rmm_id) <= 255),
    constraint asset_location_limit check (length(location) <= 200),
    constraint asset_notes_limit check (length(notes) <= 10000)
);

-- Nothing twice: one asset for one record of the source.
create unique index asset_source_key on asset (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create index asset_source_id_idx on asset (organization_id, source_id) where source_id is not null;

create index asset_edited_idx on asset (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

-- Candidates for a natural match are the few that no import has claimed; the first of these has them all.
create index asset_unlinked_idx on asset (organization_id, client_id, rmm_key) where source_id is null;

create index asset_unlinked_serial_idx on asset (organization_id, client_id, serial_key)
    where source_id is null and serial_key is not null;

create index asset_unlinked_hostname_idx on asset (organization_id, client_id, hostname_key)
    where source_id is null and hostname_key is not null;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index asset_sort_idx on asset (organization_id, sort_key, id);

create index asset_warranty_idx on asset (organization_id, warranty_ends_on, id);

create index asset_updated_idx on asset (organization_id, updated_at, id);

create index asset_client_idx on asset (organization_id, client_id, sort_key, id);

create index asset_contact_idx on asset (organization_id, contact_id) where contact_id is not null;

create index asset_contract_idx on asset (organization_id, contract_id, sort_key, id) where contract_id is not null;

create index asset_vendor_idx on asset (organization_id, vendor_id) where vendor_id is not null;

create index asset_parent_idx on asset (organization_id, parent_id, sort_key, id) where parent_id is not null;

-- Which assets are of some type or have some status, and how many: from this index alone.
create index asset_status_idx on asset (organization_id, status, type, warranty_ends_on);

create table asset_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint asset_search_pkey primary key (organization_id, id)
);

create index asset_search_unsettled_idx on asset_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index asset_search_text_idx on asset_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;

-- As for clients and contacts: the planner is told nothing of single organizations.
alter table asset alter column organization_id set statistics 0;
alter table asset_search alter column organization_id set statistics 0;
