-- Payloads that came together lie together, compressed: field names and most of the values of records of a kind are the same.
-- What lies in migration_payload stays there until it comes again, and look-ups, which are asked for by key, keep to it.
create sequence migration_page_id;

create table migration_page (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    page_id bigint not null,
    -- that still lie here: those which came otherwise since lie in another page
    records integer not null,
    content bytea not null,
    constraint migration_page_pk primary key (organization_id, migration_id, entity, page_id),
    constraint migration_page_records check (records > 0)
) partition by list (entity);

-- It is compressed already.
alter table migration_page alter column content set storage external;

-- null where the payload lies in migration_payload
alter table migration_staged_record add column page_id bigint;
