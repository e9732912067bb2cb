-- Wrong sign-ins in a row, by the address that was typed, be it a user's or not.
create table identity_sign_in_try (
    email text not null,
    failed integer not null,
    locked_until timestamptz,
    last_try_at timestamptz not null,
    constraint identity_sign_in_try_pk primary key (email)
);

create index identity_sign_in_try_last_try_at_ix on identity_sign_in_try (last_try_at);
