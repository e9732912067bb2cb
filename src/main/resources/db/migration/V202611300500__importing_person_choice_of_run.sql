-- What the latest run began with, which holds for it to its end, whatever is decided meanwhile; none where nobody had decided.
alter table importing_person_choice
    add column run_target text,
    add column run_user_id uuid,
    add constraint importing_person_choice_run_target check (run_target in ('USER', 'NAME', 'UNDECIDED')),
    add constraint importing_person_choice_run_user check (coalesce(run_target = 'USER', false) = (run_user_id is not null));

update importing_person_choice c
set run_target = c.target, run_user_id = c.user_id
where c.decided_at <= (
    select max(r.started_at) from migration_run r
    join migration_migration m on m.id = r.migration_id
    where m.organization_id = c.organization_id and m.source_database = c.source_database
);
