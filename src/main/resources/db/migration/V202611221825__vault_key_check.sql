-- One row that opens with the keys this database was written with; start-up fails when it does not.
create table vault_key_check (
    id integer not null,
    cipher_text text not null,
    written_at timestamptz not null,
    constraint vault_key_check_pk primary key (id),
    constraint vault_key_check_single check (id = 1)
);
