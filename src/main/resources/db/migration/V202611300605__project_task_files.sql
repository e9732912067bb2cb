-- What is attached to a task goes with it, however it is deleted.
create trigger project_task_files_gone after delete on project_task referencing old table as gone
    for each statement execute function attachment_owner_gone('tasks');
