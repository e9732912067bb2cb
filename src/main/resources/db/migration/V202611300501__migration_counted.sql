-- What a record counts for those who sum up what the source has: whatever it becomes, and without reading its payload again. Nobody knows
-- it of what earlier releases mapped; whoever asks first finds it out, and it stays.
alter table migration_staged_record
    add column above_entity text,
    add column above_id bigint,
    add column counted_on date,
    add column counted bigint[];
