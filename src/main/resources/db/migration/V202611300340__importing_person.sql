-- People of an Autotask database as it last told of them, to be looked over before the first run and between two.
create table importing_person (
    organization_id uuid not null,
    source_database bigint not null,
    resource_id bigint not null,
    name text not null,
    email text,
    active boolean not null,
    -- 7 for an account by which programs read
    licence integer,
    constraint importing_person_pk primary key (organization_id, source_database, resource_id)
);

-- Who they are in Ascent, as somebody decided; kept when the migration is deleted.
create table importing_person_choice (
    organization_id uuid not null,
    source_database bigint not null,
    resource_id bigint not null,
    target text not null,
    user_id uuid,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint importing_person_choice_pk primary key (organization_id, source_database, resource_id),
    constraint importing_person_choice_target check (target in ('USER', 'NAME', 'UNDECIDED')),
    constraint importing_person_choice_user check ((target = 'USER') = (user_id is not null))
);
