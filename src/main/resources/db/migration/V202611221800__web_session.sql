-- Sessions live in the database, so that any node answers any request; the columns are Spring Session's.
create table web_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name text,
    constraint web_session_pk primary key (primary_id)
);

create unique index web_session_session_id_uq on web_session (session_id);
create index web_session_expiry_time_ix on web_session (expiry_time);
create index web_session_principal_name_ix on web_session (principal_name);

create table web_session_attributes (
    session_primary_id char(36) not null,
    attribute_name text not null,
    attribute_bytes bytea not null,
    constraint web_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint web_session_attributes_session_fk foreign key (session_primary_id)
        references web_session (primary_id) on delete cascade
);
