-- What is attached to a client goes with it, however it is deleted.
create trigger crm_client_files_gone after delete on crm_client referencing old table as gone
    for each statement execute function attachment_owner_gone('clients');
