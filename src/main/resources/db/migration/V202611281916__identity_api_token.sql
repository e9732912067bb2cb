-- What a program shows in place of its user's password; kept as a hash.
create table identity_api_token (
    organization_id uuid not null,
    user_id uuid not null,
    id uuid not null,
    name text not null,
    token_hash text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    constraint identity_api_token_pk primary key (organization_id, id),
    constraint identity_api_token_hash_uq unique (token_hash),
    constraint identity_api_token_user_fk foreign key (organization_id, user_id) references identity_user,
    constraint identity_api_token_name_given check (name <> '' and length(name) <= 100)
);

create index identity_api_token_user_ix on identity_api_token (organization_id, user_id);
