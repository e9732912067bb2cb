-- How gently the owner of a connection wants its imports to call Autotask; without a row, as the settings say.
create table autotask_pace (
    organization_id uuid not null,
    connection_id uuid not null,
    database bigint not null,
    share numeric not null,
    quiet_from time,
    quiet_to time,
    quiet_zone text,
    constraint autotask_pace_pk primary key (organization_id, connection_id),
    constraint autotask_pace_of_connection foreign key (organization_id, connection_id)
        references autotask_connection (organization_id, id) on delete cascade,
    constraint autotask_pace_share check (share > 0 and share <= 1),
    constraint autotask_pace_quiet_hours_whole check (
        (quiet_from is null) = (quiet_to is null) and (quiet_from is null) = (quiet_zone is null)
        and quiet_from is distinct from quiet_to or quiet_from is null
    )
);

create index autotask_pace_of_database on autotask_pace (database, share);

-- The quota is the tenant's: where several organizations read one database, the gentlest of them is heard.
create function autotask_share(asked bigint, most numeric) returns numeric
    language sql stable
    return least(most, coalesce((select min(p.share) from autotask_pace p where p.database = asked), most));
