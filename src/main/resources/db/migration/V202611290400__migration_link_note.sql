-- How far the step behind the last batch has come that is under way; none at its beginning.
alter table migration_load_checkpoint add column settled_up_to bigint;

-- What setting references has found and telling of it needs: links that people chose and kept, or lost, and those that were cut.
create table migration_link_note (
    run_id uuid not null,
    entity text not null,
    field text not null,
    target_id uuid not null,
    note text not null,
    -- of one that was lost, where it pointed to
    before_id uuid,
    constraint migration_link_note_pk primary key (run_id, entity, field, target_id),
    constraint migration_link_note_of_run foreign key (run_id) references migration_run (id) on delete cascade,
    constraint migration_link_note_known check (note in ('KEPT', 'LOST', 'CIRCULAR'))
);

-- That a person chose a parent is told by what an import last wrote there, as for any other link.
alter table crm_client drop column parent_chosen;
