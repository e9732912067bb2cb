-- Beside how many records look a row up, what they add to it: the tickets somebody has, and the minutes they worked.
alter table migration_looked_up rename column records to amount;
alter table migration_looked_up add column measure text not null default 'records';
alter table migration_looked_up alter column measure drop default;
alter table migration_looked_up drop constraint migration_looked_up_pk;
alter table migration_looked_up add constraint migration_looked_up_pk
    primary key (run_id, looked_up, row_id, entity, measure);
