-- Tickets of any status are listed by when they are due, too; those without such a day come last.
create index desk_ticket_any_due_idx on desk_ticket (organization_id, due_by, id);
