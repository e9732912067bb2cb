-- Where Autotask finds no zone for a user, a person enters its address; Autotask is not asked for another one then.
alter table autotask_connection add column zone_entered boolean not null default false;

comment on column autotask_connection.zone_entered is 'the zone''s address was entered by a person';
