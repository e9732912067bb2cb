-- Where an organization's Autotask database is, and the credentials that open it, as one cipher text.
create table autotask_connection (
    organization_id uuid not null,
    id uuid not null,
    database bigint not null,
    zone_name text not null,
    zone_api text not null,
    zone_web text not null,
    credentials text not null,
    tested_at timestamptz not null,
    version bigint not null,
    constraint autotask_connection_pk primary key (organization_id, id),
    constraint autotask_connection_organization_fk foreign key (organization_id) references identity_organization,
    constraint autotask_connection_database_once unique (organization_id, database)
);
