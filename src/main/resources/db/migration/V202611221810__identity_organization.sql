-- Tenants. Every business record names its organization.
create table identity_organization (
    id uuid not null,
    name text not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint identity_organization_pk primary key (id),
    constraint identity_organization_name_given check (name <> '' and length(name) <= 200)
);
