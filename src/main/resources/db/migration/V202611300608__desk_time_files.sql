-- What is attached to a time entry goes with it, however it is deleted.
create trigger desk_time_files_gone after delete on desk_time referencing old table as gone
    for each statement execute function attachment_owner_gone('time-entries');

-- And is listed with the ticket that was worked on, whichever that is by now.
create function desk_time_files_follow() returns trigger
language plpgsql as $$
begin
    update attachment set
        place_kind = case when new.ticket_id is null then 'time-entries' else 'tickets' end,
        place_id = coalesce(new.ticket_id, new.id)
    where organization_id = new.organization_id and owner_kind = 'time-entries' and owner_id = new.id;
    return null;
end
$$;

create trigger desk_time_files_follow after update of ticket_id on desk_time for each row
    when (old.ticket_id is distinct from new.ticket_id) execute function desk_time_files_follow();
