-- What was said about records of any kind. Imports bring millions of entries and nobody edits one, so that a row has no version,
-- no search text and no former values. Without a foreign key, as a conversation knows no kind of record: the kind says whether
-- its record exists, and removes the conversation with it.
create table conversation_entry (
    organization_id uuid not null,
    id uuid not null,
    owner_kind text not null,
    owner_id uuid not null,
    at timestamptz not null,
    author_type text not null,
    author_id uuid,
    author_name text,
    visibility text not null,
    kind text not null,
    heading text,
    body text not null,
    source_system text,
    source_database bigint,
    source_id text,
    source_details json,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint conversation_entry_pkey primary key (organization_id, id),
    constraint conversation_entry_author_known check (author_type in ('USER', 'CONTACT', 'NAME', 'SYSTEM')),
    constraint conversation_entry_author_meant check ((author_type in ('USER', 'CONTACT')) = (author_id is not null)),
    constraint conversation_entry_author_named check (author_name is not null or author_type = 'SYSTEM'),
    constraint conversation_entry_visibility_known check (visibility in ('INTERNAL', 'CLIENT')),
    constraint conversation_entry_kind_known check (kind in ('NOTE', 'SYSTEM')),
    constraint conversation_entry_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint conversation_entry_owner_kind_limit check (length(owner_kind) <= 20),
    constraint conversation_entry_author_name_limit check (length(author_name) <= 200),
    constraint conversation_entry_heading_limit check (length(heading) <= 255),
    constraint conversation_entry_body_limit check (length(body) <= 1000000)
);

-- Nothing twice, by the source's kind of record: notes of tickets, projects and tasks have ids of their own each.
create unique index conversation_entry_source_key
    on conversation_entry (organization_id, source_system, source_database, source_id) where source_id is not null;

-- A conversation from any place in it; the id makes the order total.
create index conversation_entry_owner_idx on conversation_entry (organization_id, owner_kind, owner_id, at, id);

alter table conversation_entry alter column organization_id set statistics 0;
