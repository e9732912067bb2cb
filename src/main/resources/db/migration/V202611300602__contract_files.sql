-- What is attached to a contract goes with it, however it is deleted.
create trigger contract_files_gone after delete on contract referencing old table as gone
    for each statement execute function attachment_owner_gone('contracts');
