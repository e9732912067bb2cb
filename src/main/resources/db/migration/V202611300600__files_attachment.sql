-- Content once for an organization and whatever is the same. The row is there before the bytes are, and goes with them when
-- nothing has named it for a while: docs/adr/076. What it is a picture of, its first bytes say. The sweep looks at what was touched
-- alone, and takes that away from what is named.
create table file_content (
    organization_id uuid not null,
    sha256 text not null,
    size bigint not null,
    picture text,
    touched_at timestamptz,
    constraint file_content_pkey primary key (organization_id, sha256),
    constraint file_content_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint file_content_size_counted check (size >= 0),
    constraint file_content_picture_known check (picture in ('image/png', 'image/jpeg', 'image/gif', 'image/webp'))
);

create index file_content_touched_idx on file_content (touched_at) where touched_at is not null;

-- Nobody edits one, so that a row has no version and no former values. Without a foreign key to what it is attached to, as files
-- know no kind of record: each kind removes them with its records, by a trigger that calls attachment_owner_gone.
create table attachment (
    organization_id uuid not null,
    id uuid not null,
    owner_kind text not null,
    owner_id uuid not null,
    place_kind text not null,
    place_id uuid not null,
    name text not null,
    kind text not null,
    url text,
    content_type text,
    size bigint,
    sha256 text,
    visibility text not null,
    uploaded_at timestamptz not null,
    uploader_type text not null,
    uploader_id uuid,
    uploader_name text,
    source_system text,
    source_database bigint,
    source_id text,
    source_details json,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint attachment_pkey primary key (organization_id, id),
    constraint attachment_content_fkey foreign key (organization_id, sha256) references file_content,
    constraint attachment_kind_known check (kind in ('FILE', 'LINK')),
    constraint attachment_file_has_content check ((kind = 'FILE') = (num_nulls(sha256, size) = 0) and num_nulls(sha256, size) <> 1),
    constraint attachment_link_leads_somewhere check ((kind = 'LINK') = (url is not null)),
    constraint attachment_url_of_the_web check (url ~* '^https?://'),
    constraint attachment_named check (name <> ''),
    constraint attachment_visibility_known check (visibility in ('INTERNAL', 'CLIENT')),
    constraint attachment_uploader_known check (uploader_type in ('USER', 'CONTACT', 'NAME', 'SYSTEM')),
    constraint attachment_uploader_meant check ((uploader_type in ('USER', 'CONTACT')) = (uploader_id is not null)),
    constraint attachment_uploader_named check (uploader_name is not null or uploader_type = 'SYSTEM'),
    constraint attachment_source_whole check (num_nulls(source_system, source_database, source_id) in (0, 3)),
    constraint attachment_owner_kind_limit check (length(owner_kind) <= 20),
    constraint attachment_place_kind_limit check (length(place_kind) <= 20),
    constraint attachment_name_limit check (length(name) <= 255),
    constraint attachment_url_limit check (length(url) <= 2000),
    constraint attachment_content_type_limit check (length(content_type) <= 100),
    constraint attachment_sha256_limit check (length(sha256) <= 64),
    constraint attachment_uploader_name_limit check (length(uploader_name) <= 200)
);

-- Nothing twice.
create unique index attachment_source_key
    on attachment (organization_id, source_system, source_database, source_id) where source_id is not null;

-- What a page lists, and what stands beside an entry.
create index attachment_place_idx on attachment (organization_id, place_kind, place_id, uploaded_at, id);

create index attachment_owner_idx on attachment (organization_id, owner_kind, owner_id, uploaded_at, id);

create index attachment_content_idx on attachment (organization_id, sha256);

alter table attachment alter column organization_id set statistics 0;

-- What was named until now is kept for a while, so that a copy of the database that was begun before can still find its content.
create function file_content_no_longer_named() returns trigger
language plpgsql as $$
begin
    update file_content as c set touched_at = clock_timestamp()
    from (
        select f.organization_id, f.sha256 from file_content f
        where (f.organization_id, f.sha256) in (select gone.organization_id, gone.sha256 from gone)
        order by f.organization_id, f.sha256
        for no key update
    ) as f
    where c.organization_id = f.organization_id and c.sha256 = f.sha256;
    return null;
end
$$;

create trigger attachment_deleted after delete on attachment referencing old table as gone
    for each statement execute function file_content_no_longer_named();

create trigger attachment_updated after update on attachment referencing old table as gone
    for each statement execute function file_content_no_longer_named();

-- For the tables of whatever files are attached to; the argument is the kind.
create function attachment_owner_gone() returns trigger
language plpgsql as $$
begin
    delete from attachment a using gone
    where a.organization_id = gone.organization_id and a.owner_kind = tg_argv[0] and a.owner_id = gone.id;
    return null;
end
$$;
