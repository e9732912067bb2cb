-- What somebody works on at this moment, and since when: one timer a person, hence the key. It goes with what it runs on, and with the
-- person; time that it has measured becomes an entry of its own.
create table desk_timer (
    organization_id uuid not null,
    user_id uuid not null,
    id uuid not null,
    ticket_id uuid,
    task_id uuid,
    started_at timestamptz not null,
    constraint desk_timer_pkey primary key (organization_id, user_id),
    constraint desk_timer_user_fkey foreign key (organization_id, user_id) references identity_user on delete cascade,
    constraint desk_timer_ticket_fkey foreign key (organization_id, ticket_id) references desk_ticket on delete cascade,
    constraint desk_timer_task_fkey foreign key (organization_id, task_id) references project_task on delete cascade,
    constraint desk_timer_one_work_item check (num_nonnulls(ticket_id, task_id) = 1)
);

create index desk_timer_ticket_idx on desk_timer (organization_id, ticket_id) where ticket_id is not null;

create index desk_timer_task_idx on desk_timer (organization_id, task_id) where task_id is not null;
