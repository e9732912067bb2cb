-- Rows that a source sent and of which nobody can tell which records they are.
alter table migration_pull_checkpoint add column unreadable bigint not null default 0;
alter table migration_pull_checkpoint add constraint migration_pull_checkpoint_unreadable check (unreadable >= 0);
