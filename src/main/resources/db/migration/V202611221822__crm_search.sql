-- What lists are searched by, beside the records. A trigram index costs more to fill than all other indexes of a contact
-- together, so a text is written unsettled, is found by reading, and enters the index some seconds later.
--
-- The extension is part of every usual PostgreSQL and may be created by the owner of a database. Where it is missing,
-- searching finds the same records by reading all of them.
do $$
begin
    create extension if not exists pg_trgm;
exception
    when insufficient_privilege or undefined_file or feature_not_supported then
        raise warning 'Searching will be slow: %', sqlerrm;
end
$$;

create table crm_client_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint crm_client_search_pkey primary key (organization_id, id)
);

create index crm_client_search_unsettled_idx on crm_client_search (organization_id) where not settled;

create table crm_contact_search (
    organization_id uuid not null,
    id uuid not null,
    search_text text not null,
    settled boolean not null default false,
    changed_at timestamptz not null,
    constraint crm_contact_search_pkey primary key (organization_id, id)
);

create index crm_contact_search_unsettled_idx on crm_contact_search (organization_id) where not settled;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index crm_client_search_text_idx on crm_client_search using gin (search_text gin_trgm_ops) where settled;
        create index crm_contact_search_text_idx on crm_contact_search using gin (search_text gin_trgm_ops) where settled;
    end if;
end
$$;
