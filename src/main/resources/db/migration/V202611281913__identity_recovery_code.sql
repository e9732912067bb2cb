-- What lets somebody in who has lost the authenticator app, each once; kept as hashes.
create table identity_recovery_code (
    organization_id uuid not null,
    user_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    constraint identity_recovery_code_pk primary key (organization_id, user_id, code_hash),
    constraint identity_recovery_code_user_fk foreign key (organization_id, user_id) references identity_user
);
