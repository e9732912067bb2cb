-- Picklists of the source as it last offered them, by the type whose fields they belong to: a run that makes no calls reads
-- them here. A run's own dictionary keeps, beside it, what its values meant.
create table migration_picklist (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    content text not null,
    read_at timestamptz not null,
    constraint migration_picklist_pk primary key (organization_id, migration_id, entity),
    constraint migration_picklist_of_migration foreign key (migration_id) references migration_migration (id)
);

create index migration_picklist_by_migration on migration_picklist (migration_id);

-- What earlier runs read lies in their dictionaries, as tables named by type and field. Others among them, of a name without
-- a point, are no picklists.
insert into migration_picklist (organization_id, migration_id, entity, content, read_at)
select r.organization_id, r.migration_id, split_part(t.key, '.', 1),
    '{"tables":{' || string_agg(to_json(t.key)::text || ':' || t.value::text, ',' order by t.key) || '}}', r.started_at
from (
    select distinct on (r.migration_id) r.organization_id, r.migration_id, r.started_at, d.content
    from migration_run r join migration_dictionary d on d.run_id = r.id
    order by r.migration_id, r.number desc
) r
cross join lateral json_each(r.content::json -> 'tables') as t (key, value)
where t.key like '%.%'
group by r.organization_id, r.migration_id, split_part(t.key, '.', 1), r.started_at;
