-- Staged records and payloads lie apart by entity type, so that millions of notes make neither vacuum nor index nor
-- statistics of contacts any heavier. A type gets its place when an application that knows it starts.

-- What a partition is called: the table, the type in lower case, and a digest where that is too long or taken.
create function migration_partition_name(parent text, entity text) returns text
    language plpgsql as $$
declare
    plain text := parent || '_'
        || regexp_replace(lower(regexp_replace(entity, '([a-z0-9])([A-Z])', '\1_\2', 'g')), '[^a-z0-9]+', '_', 'g');
begin
    if length(plain) <= 63 and to_regclass(quote_ident(plain)) is null then
        return plain;
    end if;
    return left(plain, 54) || '_' || left(md5(entity), 8);
end $$;

-- Sees to it that a type has its place in one of the two tables. It is made as a table first and attached then, which
-- waits for nobody who reads or writes the other types. Several nodes may do this at once.
create function migration_partition(parent text, entity text) returns void
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
    -- What became of a record is written over: room for that is left in its page.
    execute format(
        'create table %I (like %I including defaults including constraints including storage) with (fillfactor = %s)',
        place, parent, case parent when 'migration_staged_record' then 70 else 100 end
    );
    execute format('alter table %I attach partition %I for values in (%L)', parent, place, entity);
end $$;

-- The table as it was becomes the place of the type that has most of its rows, and the rows of the others move: of a million
-- contacts and their companies that is one row in twenty.
create function migration_divide(parent text) returns void
    language plpgsql as $$
declare
    undivided text := parent || '_undivided';
    largest text;
    other text;
    place text;
begin
    execute format('alter table %I rename to %I', parent, undivided);
    execute format('alter table %I rename constraint %I to %I', undivided, parent || '_pk', undivided || '_pk');
    execute format(
        'create table %I (like %I including defaults including constraints including storage,
            constraint %I primary key (organization_id, migration_id, entity, source_id)) partition by list (entity)',
        parent, undivided, parent || '_pk'
    );
    execute format('select entity from %I group by entity order by count(*) desc, entity limit 1', undivided) into largest;
    if largest is null then
        execute format('drop table %I', undivided);
        return;
    end if;
    for other in execute format('select distinct entity from %I where entity <> %L', undivided, largest) loop
        perform migration_partition(parent, other);
        execute format('insert into %I select * from %I where entity = %L', parent, undivided, other);
    end loop;
    execute format('delete from %I where entity <> %L', undivided, largest);
    place := migration_partition_name(parent, largest);
    execute format('alter table %I rename to %I', undivided, place);
    execute format('alter table %I rename constraint %I to %I', place, undivided || '_pk', left(place, 58) || '_pkey');
    execute format('alter table %I attach partition %I for values in (%L)', parent, place, largest);
end $$;

select migration_divide('migration_staged_record');

select migration_divide('migration_payload');

drop function migration_divide;
