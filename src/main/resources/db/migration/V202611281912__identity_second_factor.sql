-- The shared secret of an authenticator app, sealed by the vault. Without confirmed_at it is being set up and guards nothing;
-- last_step is the time step of the last code that was taken, for no code works twice.
create table identity_second_factor (
    organization_id uuid not null,
    user_id uuid not null,
    secret text not null,
    confirmed_at timestamptz,
    last_step bigint not null,
    constraint identity_second_factor_pk primary key (organization_id, user_id),
    constraint identity_second_factor_user_fk foreign key (organization_id, user_id) references identity_user
);
