-- How many staged records have which value in a field that the Owner decides about, kept up to date as records are staged.
create table migration_value_count (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    field text not null,
    -- empty stands for records without a value
    value text not null,
    value_key text not null generated always as (migration_value_key(value)) stored,
    records bigint not null,
    constraint migration_value_count_pk primary key (organization_id, migration_id, entity, field, value_key)
);

-- What is staged already is counted once, the way it was counted at the end of each run.
insert into migration_value_count (organization_id, migration_id, entity, field, value, records)
select p.organization_id, p.migration_id, p.entity, d.field,
    regexp_replace(coalesce(trim(both '"' from nullif(coalesce(
        substring(p.payload from d.pattern), substring(p.payload from '(?i)' || d.pattern)
    ), 'null')), ''), '^\s*(-?\d+)(\.0*)?\s*$', '\1') as value,
    count(*)
from (
    select distinct organization_id, migration_id, entity, field,
        '"' || field || '"\s*:\s*("[^"]*"|[-0-9.]+|null|true|false)' as pattern
    from migration_value_decision
) d
join migration_payload p on p.organization_id = d.organization_id and p.migration_id = d.migration_id and p.entity = d.entity
group by p.organization_id, p.migration_id, p.entity, d.field, value;
