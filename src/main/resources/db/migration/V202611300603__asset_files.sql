-- What is attached to an asset goes with it, however it is deleted.
create trigger asset_files_gone after delete on asset referencing old table as gone
    for each statement execute function attachment_owner_gone('assets');
