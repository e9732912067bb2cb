-- Wrong sign-ins, counted three ways: of an address from one place (a source or a known browser), of an address from all
-- places that are not known to it (client is empty), and of a source whatever address it tries (email is empty). What was
-- counted before is of the last minutes only, and begins anew.
drop table identity_sign_in_try;

create table identity_sign_in_try (
    email text not null,
    client text not null,
    failed integer not null,
    locked_until timestamptz,
    last_try_at timestamptz not null,
    constraint identity_sign_in_try_pk primary key (email, client),
    constraint identity_sign_in_try_of_something check (email <> '' or client <> '')
);

create index identity_sign_in_try_last_try_at_ix on identity_sign_in_try (last_try_at);
