-- What became of a record is written a whole batch at a time, so that each page has to hold all of its rows twice, the second
-- time with names, keys and links. Where there is room for that, the row stays in its page, and the index and the row it
-- replaces are not written once more. With less room, three rows of four moved to another page.
create or replace function migration_partition(parent text, entity text) returns void
    language plpgsql as $$
declare
    place text;
begin
    perform pg_advisory_xact_lock(hashtext('migration_partition'));
    if exists (
        select from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent::regclass
            and pg_get_expr(c.relpartbound, c.oid) = format('FOR VALUES IN (%L)', entity)
    ) then
        return;
    end if;
    place := migration_partition_name(parent, entity);
    execute format(
        'create table %I (like %I including defaults including constraints including storage) with (fillfactor = %s)',
        place, parent, case parent when 'migration_staged_record' then 35 else 100 end
    );
    execute format('alter table %I attach partition %I for values in (%L)', parent, place, entity);
end $$;

do $$
declare
    place regclass;
begin
    for place in select inhrelid::regclass from pg_inherits where inhparent = 'migration_staged_record'::regclass loop
        execute format('alter table %s set (fillfactor = 35)', place);
    end loop;
end $$;
