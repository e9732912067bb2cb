-- Contacts: the people of a client. Several may share an e-mail address, at most one is the client's primary contact.
create table crm_contact (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    first_name text,
    last_name text not null,
    middle_name text,
    prefix text,
    suffix text,
    job_title text,
    email text,
    other_emails text[] not null default '{}',
    phone text,
    extension text,
    mobile text,
    alternate_phone text,
    fax text,
    status text not null,
    primary_claim boolean not null default false,
    is_primary boolean not null default false,
    receives_email_notifications boolean not null default true,
    marketing_opt_out boolean not null default false,
    address1 text,
    address2 text,
    additional_address text,
    city text,
    state text,
    postal_code text,
    country text,
    room text,
    linked_in text,
    facebook text,
    twitter text,
    notes text,
    source_system text,
    source_database bigint,
    source_id bigint,
    source_details json,
    edited boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    match_key text not null,
    sort_key text collate "C" not null,
    constraint crm_contact_pkey primary key (organization_id, id),
    constraint crm_contact_client_fkey foreign key (organization_id, client_id) references crm_client,
    constraint crm_contact_last_name_given check (last_name <> ''),
    constraint crm_contact_status_known check (status in ('ACTIVE', 'INACTIVE')),
    constraint crm_contact_primary_is_active check (not is_primary or status = 'ACTIVE'),
    constraint crm_contact_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint crm_contact_first_name_limit check (length(first_name) <= 100),
    constraint crm_contact_last_name_limit check (length(last_name) <= 100),
    constraint crm_contact_middle_name_limit check (length(middle_name) <= 50),
    constraint crm_contact_prefix_limit check (length(prefix) <= 20),
    constraint crm_contact_suffix_limit check (length(suffix) <= 20),
    constraint crm_contact_job_title_limit check (length(job_title) <= 150),
    constraint crm_contact_email_limit check (length(email) <= 254),
    constraint crm_contact_other_emails_limit
        check (cardinality(other_emails) <= 5 and length(array_to_string(other_emails, '')) <= 1270),
    constraint crm_contact_phone_limit check (length(phone) <= 50),
    constraint crm_contact_extension_limit check (length(extension) <= 20),
    constraint crm_contact_mobile_limit check (length(mobile) <= 50),
    constraint crm_contact_alternate_phone_limit check (length(alternate_phone) <= 50),
    constraint crm_contact_fax_limit check (length(fax) <= 50),
    constraint crm_contact_address1_limit check (length(address1) <= 200),
    constraint crm_contact_address2_limit check (length(address2) <= 200),
    constraint crm_contact_additional_address_limit check (length(additional_address) <= 200),
    constraint crm_contact_city_limit check (length(city) <= 100),
    constraint crm_contact_state_limit check (length(state) <= 100),
    constraint crm_contact_postal_code_limit check (length(postal_code) <= 30),
    constraint crm_contact_country_limit check (length(country) <= 100),
    constraint crm_contact_room_limit check (length(room) <= 50),
    constraint crm_contact_linked_in_limit check (length(linked_in) <= 255),
    constraint crm_contact_facebook_limit check (length(facebook) <= 255),
    constraint crm_contact_twitter_limit check (length(twitter) <= 255),
    constraint crm_contact_notes_limit check (length(notes) <= 10000)
);

create unique index crm_contact_source_key on crm_contact (organization_id, source_system, source_database, source_id)
    where source_id is not null;

create unique index crm_contact_one_primary_a_client on crm_contact (organization_id, client_id) where is_primary;

create index crm_contact_claim_idx on crm_contact (organization_id, client_id, source_id) where primary_claim;

create index crm_contact_client_idx on crm_contact (organization_id, client_id, sort_key, id);

create index crm_contact_sort_idx on crm_contact (organization_id, sort_key, id);

create index crm_contact_updated_idx on crm_contact (organization_id, updated_at, id);

-- Counts of filtered lists are answered from this index alone.
create index crm_contact_status_idx on crm_contact (organization_id, status, source_system);

-- The few that people made themselves, among a million imported ones.
create index crm_contact_unlinked_idx on crm_contact (organization_id, sort_key, id) where source_id is null;
