-- Contacts of the finished migration, again and again, each with an id and an address of its own.
create temporary table original as
select c.id, c.source_id, c.organization_id, m.id as migration_id, row_number() over (order by c.source_id) - 1 as place
from migration_migration m
join crm_contact c on c.organization_id = m.organization_id and c.source_database = m.source_database
join migration_payload p on p.migration_id = m.id and p.entity = 'contacts' and p.source_id = c.source_id
where m.source_database = 71001 and not c.edited and not c.primary_claim and c.status = 'ACTIVE'
    and length(p.payload) - length(replace(p.payload, '@', '')) = 1
    and not exists (
        select from migration_finding f
        where f.migration_id = m.id and f.entity = 'contacts' and f.source_id = c.source_id
    );

create temporary table grown as
select o.*, gen_random_uuid() as new_id, 40000000 + n as new_source_id, '.' || n || '@' as new_at
from generate_series(1, cast(current_setting('upgrade.records') as int)) as n
join original o on o.place = n % (select count(*) from original);

analyze grown;

insert into crm_contact
select r.* from grown g
join crm_contact c on c.organization_id = g.organization_id and c.id = g.id
cross join lateral jsonb_populate_record(c, jsonb_build_object('id', g.new_id, 'source_id', g.new_source_id,
    'email', replace(c.email, '@', g.new_at), 'match_key', replace(c.match_key, '@', g.new_at))) r;

insert into crm_contact_search
select g.organization_id, g.new_id, replace(s.search_text, '@', g.new_at), s.settled, s.changed_at
from grown g join crm_contact_search s on s.organization_id = g.organization_id and s.id = g.id;

insert into migration_payload
select p.organization_id, p.migration_id, p.entity, g.new_source_id,
    replace(replace(p.payload, '"id":' || g.source_id || ',', '"id":' || g.new_source_id || ','), '@', g.new_at)
from grown g join migration_payload p
    on p.migration_id = g.migration_id and p.entity = 'contacts' and p.source_id = g.source_id;

-- A hash ends in a NUL of its own.
create temporary table hashed as
select g.*, sha256(convert_to(p.payload, 'UTF8') || '\x00'::bytea) as new_hash
from grown g join migration_payload p
    on p.migration_id = g.migration_id and p.entity = 'contacts' and p.source_id = g.new_source_id;

insert into migration_staged_record
select r.* from hashed g join migration_staged_record s
    on s.migration_id = g.migration_id and s.entity = 'contacts' and s.source_id = g.source_id
cross join lateral jsonb_populate_record(s, jsonb_build_object('source_id', g.new_source_id, 'payload_hash', g.new_hash,
    'keys', replace(s.keys::text, '@', g.new_at)::jsonb)) r;

insert into migration_id_map
select r.* from hashed g join migration_id_map i
    on i.migration_id = g.migration_id and i.entity = 'contacts' and i.source_id = g.source_id
cross join lateral jsonb_populate_record(i, jsonb_build_object('source_id', g.new_source_id, 'target_id', g.new_id,
    'payload_hash', g.new_hash, 'written', replace(i.written, '@', g.new_at))) r;

drop table original, grown, hashed;

analyze;
