-- A task may go to another project: its time follows, as that of a ticket or a project follows its client. The key cascades the project
-- alone, and the client would be the former one's, which the key to the project refuses: so whoever is moved takes the client along.
alter table project_task add constraint project_task_project_key unique (organization_id, id, project_id);

alter table desk_time drop constraint desk_time_task_fkey;

alter table desk_time add constraint desk_time_task_fkey foreign key (organization_id, task_id, project_id)
    references project_task (organization_id, id, project_id) on update cascade;

create function desk_time_client_of_its_project() returns trigger
    language plpgsql as $$
begin
    select p.client_id into new.client_id from project p
    where p.organization_id = new.organization_id and p.id = new.project_id;
    return new;
end
$$;

create trigger desk_time_follows_its_task before update of project_id on desk_time for each row
    when (new.project_id <> old.project_id and new.client_id = old.client_id)
    execute function desk_time_client_of_its_project();
