-- Beside which record of Ascent one would stand that is not there, and on whose page: people are told of it in that place.
alter table migration_finding
    -- as the type of the record calls it; of what kind that is nobody knows here
    add column beside_kind text,
    add column beside_id uuid,
    add column beside_page uuid,
    add constraint migration_finding_beside check (
        (beside_kind is null) = (beside_id is null) and (beside_kind is null) = (beside_page is null)
    );

create index migration_finding_beside on migration_finding (organization_id, beside_id) where beside_id is not null;

create index migration_finding_beside_page on migration_finding (organization_id, beside_page) where beside_page is not null;
