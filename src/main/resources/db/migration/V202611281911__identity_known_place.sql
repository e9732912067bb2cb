-- Where somebody has signed in before: a source, or a browser by the hash of the token that its cookie holds. Guesses from
-- elsewhere cannot lock these out.
create table identity_known_place (
    organization_id uuid not null,
    user_id uuid not null,
    place text not null,
    last_seen_at timestamptz not null,
    constraint identity_known_place_pk primary key (organization_id, user_id, place),
    constraint identity_known_place_user_fk foreign key (organization_id, user_id) references identity_user
);

create index identity_known_place_last_seen_at_ix on identity_known_place (last_seen_at);
