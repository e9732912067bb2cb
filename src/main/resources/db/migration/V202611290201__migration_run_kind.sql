-- What a run does. Some kinds are still to come.
alter table migration_run add column kind text;
update migration_run set kind = 'FULL';
alter table migration_run
    alter column kind set not null,
    add constraint migration_run_kind check (kind in ('FULL', 'DELTA', 'REMAP', 'REHEARSAL', 'UNDO'));
