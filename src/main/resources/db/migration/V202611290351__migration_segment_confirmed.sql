-- A range is no longer counted by itself: the type is, and where fewer come, each range is asked once more whose end was nothing
-- but the source's word.
alter table migration_pull_segment drop column expected;
alter table migration_pull_segment add column confirmed boolean not null default false;
alter table migration_pull_segment alter column confirmed drop default;
