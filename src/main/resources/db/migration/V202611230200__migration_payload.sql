-- Payloads lie apart from what became of the records: that is written twice in each run, and each time PostgreSQL writes
-- the whole row anew. Moving values out of line by itself begins at rows of 2 kB only, which most are not.
create table migration_payload (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    source_id bigint not null,
    -- text, not jsonb: the payload is kept to the letter, and jsonb refuses the NUL some texts carry as an escape
    payload text not null,
    constraint migration_payload_pk primary key (organization_id, migration_id, entity, source_id)
);

-- Compressing the larger ones the way that needs no library costs more time than it saves room.
alter table migration_payload alter column payload set storage external;

insert into migration_payload (organization_id, migration_id, entity, source_id, payload)
select organization_id, migration_id, entity, source_id, payload from migration_staged_record;

alter table migration_staged_record drop column payload;

alter table migration_staged_record reset (toast_tuple_target);
