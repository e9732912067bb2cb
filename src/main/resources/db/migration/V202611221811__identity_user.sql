-- Members of organizations. People sign in with the address alone, so it is unique across organizations.
create table identity_user (
    organization_id uuid not null,
    id uuid not null,
    email text not null,
    name text not null,
    role text not null,
    status text not null,
    password_hash text not null,
    session_version integer not null,
    last_login_at timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    constraint identity_user_pk primary key (organization_id, id),
    constraint identity_user_id_uq unique (id),
    constraint identity_user_email_uq unique (email),
    constraint identity_user_organization_fk foreign key (organization_id) references identity_organization,
    constraint identity_user_email_lower_case check (email !~ '[A-Z[:space:]]' and length(email) <= 254),
    constraint identity_user_name_given check (name <> '' and length(name) <= 200),
    constraint identity_user_role_known check (role in ('OWNER', 'ADMIN', 'MEMBER')),
    constraint identity_user_status_known check (status in ('ACTIVE', 'DEACTIVATED'))
);
