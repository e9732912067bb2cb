-- What tickets can be. The statuses that every organization has come first, with the same ids everywhere (SystemStatus); "place" is
-- their order in a choice. A ticket's own "closed" follows that of its status, hence the second key.
create table desk_status (
    organization_id uuid not null,
    id uuid not null,
    name text not null,
    colour text not null,
    closed boolean not null,
    preset boolean not null default false,
    system boolean not null default false,
    place bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    name_key text collate "C" not null,
    constraint desk_status_pkey primary key (organization_id, id),
    constraint desk_status_closed_key unique (organization_id, id, closed),
    constraint desk_status_name_key unique (organization_id, name_key),
    constraint desk_status_name_given check (name <> ''),
    constraint desk_status_preset_open check (not (preset and closed)),
    constraint desk_status_colour_known check (colour in ('BLUE', 'GREEN', 'AMBER', 'RED', 'PURPLE', 'GREY')),
    constraint desk_status_name_limit check (length(name) <= 50)
);

-- At most one is what a new ticket has.
create unique index desk_status_preset_key on desk_status (organization_id) where preset;

insert into desk_status (organization_id, id, name, colour, closed, preset, system, place, created_at, updated_at, name_key)
select o.id, s.id::uuid, s.name, s.colour, s.closed, s.preset, true, s.place, now(), now(), lower(s.name)
from identity_organization o
cross join (values
    ('00000000-0000-8000-8000-000000000001', 'New', 'BLUE', false, true, 1),
    ('00000000-0000-8000-8000-000000000002', 'Open', 'BLUE', false, false, 2),
    ('00000000-0000-8000-8000-000000000003', 'In Progress', 'BLUE', false, false, 3),
    ('00000000-0000-8000-8000-000000000004', 'Waiting', 'GREY', false, false, 4),
    ('00000000-0000-8000-8000-000000000005', 'Resolved', 'GREEN', true, false, 5),
    ('00000000-0000-8000-8000-000000000006', 'Closed', 'GREY', true, false, 6)
) as s (id, name, colour, closed, preset, place);

-- What tickets are about. Two may have one name, if an import brings one while somebody adds it.
create table desk_category (
    organization_id uuid not null,
    id uuid not null,
    name text not null,
    colour text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    name_key text collate "C" not null,
    constraint desk_category_pkey primary key (organization_id, id),
    constraint desk_category_name_given check (name <> ''),
    constraint desk_category_colour_known check (colour in ('BLUE', 'GREEN', 'AMBER', 'RED', 'PURPLE', 'GREY')),
    constraint desk_category_name_limit check (length(name) <= 50)
);

create index desk_category_name_idx on desk_category (organization_id, name_key);
