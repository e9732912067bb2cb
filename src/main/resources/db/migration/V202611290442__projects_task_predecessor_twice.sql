-- The source may tell of one pair twice, as it does where somebody takes a pair away there and puts it back: each of its rows is
-- kept, and the pair counts once. People make each pair once.
drop index project_task_predecessor_pair_key;

create unique index project_task_predecessor_pair_key
    on project_task_predecessor (organization_id, task_id, predecessor_id) where source_id is null;

create index project_task_predecessor_task_idx on project_task_predecessor (organization_id, task_id, predecessor_id);
