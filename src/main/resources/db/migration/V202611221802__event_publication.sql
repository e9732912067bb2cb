-- Events that a listener has yet to hear: written with what they tell of, gone once heard. The columns are Spring Modulith's.
create table event_publication (
    id uuid not null,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    last_resubmission_date timestamptz,
    completion_attempts integer not null,
    status text,
    constraint event_publication_pk primary key (id)
);

create index event_publication_completion_date_ix on event_publication (completion_date);
