-- What hours are summed by lies in the indexes of the two lists that sums are taken of, so that no row is read for one.
drop index desk_time_date_idx;

create index desk_time_date_idx on desk_time (organization_id, date, id)
    include (billing_state, billable, minutes, billable_minutes);

drop index desk_time_client_idx;

create index desk_time_client_idx on desk_time (organization_id, client_id, date, id)
    include (billing_state, billable, minutes, billable_minutes);

drop index desk_time_state_idx;

create index desk_time_state_idx on desk_time (organization_id, billing_state, date, id) include (billable, minutes, billable_minutes);
