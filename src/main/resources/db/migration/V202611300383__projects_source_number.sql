-- The search over all kinds looks for a whole number before it looks for texts.
create index project_source_number_idx on project (organization_id, source_number) where source_number is not null;

create index project_task_source_number_idx on project_task (organization_id, source_number) where source_number is not null;
