-- How new and how large records are that stand for content, where the Owner sets limits; of others these say nothing.
alter table migration_scope
    add column content_since date,
    -- in which that day begins
    add column content_zone text,
    -- bytes
    add column content_up_to bigint,
    add constraint migration_scope_content_since check ((content_since is null) = (content_zone is null)),
    add constraint migration_scope_content_up_to check (content_up_to > 0);

alter table migration_run_scope
    add column content_since date,
    add column content_zone text,
    add column content_up_to bigint,
    add constraint migration_run_scope_content_since check ((content_since is null) = (content_zone is null)),
    add constraint migration_run_scope_content_up_to check (content_up_to > 0);
