-- What is attached to an entry of a conversation goes with it, however it is deleted.
create trigger conversation_entry_files_gone after delete on conversation_entry referencing old table as gone
    for each statement execute function attachment_owner_gone('entries');
