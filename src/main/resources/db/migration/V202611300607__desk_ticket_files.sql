-- What is attached to a ticket goes with it, however it is deleted.
create trigger desk_ticket_files_gone after delete on desk_ticket referencing old table as gone
    for each statement execute function attachment_owner_gone('tickets');
