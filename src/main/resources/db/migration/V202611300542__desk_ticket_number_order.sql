-- With the id the index has the whole order of the list by number, and no row is read to put tickets in it.
drop index desk_ticket_number_key;

create unique index desk_ticket_number_key on desk_ticket (organization_id, number) include (id);
