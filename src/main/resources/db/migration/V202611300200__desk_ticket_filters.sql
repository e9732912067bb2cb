-- What lists of tickets are narrowed to beside what they are sorted by: where few fit, going through all in their order takes long.
create index desk_ticket_opened_idx on desk_ticket (organization_id, opened_at);

create index desk_ticket_queue_idx on desk_ticket (organization_id, queue, last_activity_at, id) where queue is not null;

create index desk_ticket_tags_idx on desk_ticket using gin (tags);
