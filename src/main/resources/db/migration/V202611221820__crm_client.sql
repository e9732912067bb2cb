-- Clients: the companies an organization works for. The last columns are derived in the application, so that sorting and
-- matching do not depend on the locale of the database.
create table crm_client (
    organization_id uuid not null,
    id uuid not null,
    name text not null,
    number text,
    type text not null,
    status text not null,
    phone text,
    alternate_phone text,
    second_alternate_phone text,
    fax text,
    website text,
    address1 text,
    address2 text,
    additional_address text,
    city text,
    state text,
    postal_code text,
    country text,
    billing_attention text,
    billing_address1 text,
    billing_address2 text,
    billing_additional_address text,
    billing_city text,
    billing_state text,
    billing_postal_code text,
    billing_country text,
    tax_id text,
    tax_exempt boolean not null default false,
    account_manager uuid,
    industry text,
    territory text,
    notes text,
    parent_id uuid,
    parent_chosen boolean not null default false,
    primary_chosen boolean not null default false,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    name_key text not null,
    sort_key text collate "C" not null,
    constraint crm_client_pkey primary key (organization_id, id),
    constraint crm_client_parent_fkey foreign key (organization_id, parent_id) references crm_client,
    constraint crm_client_not_its_own_parent check (parent_id <> id),
    constraint crm_client_name_given check (name <> ''),
    constraint crm_client_type_known
        check (type in ('CUSTOMER', 'PROSPECT', 'LEAD', 'VENDOR', 'PARTNER', 'FORMER', 'OTHER')),
    constraint crm_client_status_known check (status in ('ACTIVE', 'INACTIVE')),
    constraint crm_client_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint crm_client_name_limit check (length(name) <= 200),
    constraint crm_client_number_limit check (length(number) <= 50),
    constraint crm_client_phone_limit check (length(phone) <= 50),
    constraint crm_client_alternate_phone_limit check (length(alternate_phone) <= 50),
    constraint crm_client_second_alternate_phone_limit check (length(second_alternate_phone) <= 50),
    constraint crm_client_fax_limit check (length(fax) <= 50),
    constraint crm_client_website_limit check (length(website) <= 255),
    constraint crm_client_address1_limit check (length(address1) <= 200),
    constraint crm_client_address2_limit check (length(address2) <= 200),
    constraint crm_client_additional_address_limit check (length(additional_address) <= 200),
    constraint crm_client_city_limit check (length(city) <= 100),
    constraint crm_client_state_limit check (length(state) <= 100),
    constraint crm_client_postal_code_limit check (length(postal_code) <= 30),
    constraint crm_client_country_limit check (length(country) <= 100),
    constraint crm_client_billing_attention_limit check (length(billing_attention) <= 200),
    constraint crm_client_billing_address1_limit check (length(billing_address1) <= 200),
    constraint crm_client_billing_address2_limit check (length(billing_address2) <= 200),
    constraint crm_client_billing_additional_address_limit check (length(billing_additional_address) <= 200),
    constraint crm_client_billing_city_limit check (length(billing_city) <= 100),
    constraint crm_client_billing_state_limit check (length(billing_state) <= 100),
    constraint crm_client_billing_postal_code_limit check (length(billing_postal_code) <= 30),
    constraint crm_client_billing_country_limit check (length(billing_country) <= 100),
    constraint crm_client_tax_id_limit check (length(tax_id) <= 50),
    constraint crm_client_industry_limit check (length(industry) <= 100),
    constraint crm_client_territory_limit check (length(territory) <= 100),
    constraint crm_client_notes_limit check (length(notes) <= 10000)
);

-- Nothing twice: one client for one record of the source.
create unique index crm_client_source_key on crm_client (organization_id, source_system, source_database, source_id)
    where source_id is not null;

-- Candidates for a natural match are the few that no import has claimed.
create index crm_client_unlinked_idx on crm_client (organization_id, name_key) where source_id is null;

create index crm_client_parent_idx on crm_client (organization_id, parent_id) where parent_id is not null;

-- The id makes the order of a list total, so that no record is lost between two pages.
create index crm_client_sort_idx on crm_client (organization_id, sort_key, id);

create index crm_client_updated_idx on crm_client (organization_id, updated_at, id);

-- Counts of filtered lists are answered from this index alone.
create index crm_client_status_idx on crm_client (organization_id, status, type, source_system);
