-- Who may have a call in flight at an endpoint, over all nodes. A slot is free when its time is over, so that one a node
-- held when it died comes free by itself.
create table autotask_slot (
    database bigint not null,
    endpoint text not null,
    slot smallint not null,
    call bigint,
    held_until timestamptz not null,
    constraint autotask_slot_pk primary key (database, endpoint, slot)
) with (fillfactor = 50);
