-- Which assets have to do with which, neither of the two first. Rows with a source were brought by an import, the others were made
-- by people, who may take away either. The source may tell of one pair twice, from both its ends.
create table asset_relation (
    organization_id uuid not null,
    id uuid not null,
    asset_id uuid not null,
    related_id uuid not null,
    source_system text,
    source_database bigint,
    source_id text,
    source_details json,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint asset_relation_pkey primary key (organization_id, id),
    constraint asset_relation_asset_fkey foreign key (organization_id, asset_id) references asset on delete cascade,
    constraint asset_relation_related_fkey foreign key (organization_id, related_id) references asset on delete cascade,
    constraint asset_relation_of_two check (asset_id <> related_id),
    constraint asset_relation_source_whole
        check (num_nulls(source_system, source_database, source_id, source_details) in (0, 4))
);

-- Nothing twice.
create unique index asset_relation_source_key
    on asset_relation (organization_id, source_system, source_database, source_id) where source_id is not null;

create index asset_relation_asset_idx on asset_relation (organization_id, asset_id);

create index asset_relation_related_idx on asset_relation (organization_id, related_id);

alter table asset_relation alter column organization_id set statistics 0;
