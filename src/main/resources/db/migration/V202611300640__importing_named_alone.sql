-- Databases of Autotask in which the files of one record are asked for at a time, since they understand no list of records.
create table importing_named_alone (
    organization_id uuid not null references identity_organization (id) on delete cascade,
    source_database bigint not null,
    primary key (organization_id, source_database)
);
