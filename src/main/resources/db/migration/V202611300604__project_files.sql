-- What is attached to a project goes with it, however it is deleted.
create trigger project_files_gone after delete on project referencing old table as gone
    for each statement execute function attachment_owner_gone('projects');
