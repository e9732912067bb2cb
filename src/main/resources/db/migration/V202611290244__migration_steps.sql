-- How many of the steps behind the last batch of a type are done; each is a transaction of its own.
alter table migration_load_checkpoint
    add column settled integer not null default 0,
    add constraint migration_load_checkpoint_settled check (settled >= 0);

-- A migration that is being removed, part by part: it is seen by nobody any more, and nothing begins on it.
alter table migration_migration add column removed_at timestamptz;
