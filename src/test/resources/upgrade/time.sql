-- Moves a recording to an hour ago, on whatever day it is read.
do $$
declare
    one record;
begin
    for one in
        select table_name, string_agg(format('%1$I = %1$I + moved.by', column_name), ', ') as changes
        from information_schema.columns
        where table_schema = current_schema() and data_type = 'timestamp with time zone' and table_name not like 'flyway%'
        group by table_name
    loop
        execute format('update %I set %s from (select now() - interval ''1 hour'''
            || ' - cast(current_setting(''upgrade.taken'') as timestamptz) as by) moved', one.table_name, one.changes);
    end loop;
end $$;
