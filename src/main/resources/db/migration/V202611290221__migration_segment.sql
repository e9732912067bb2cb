-- A pull is cut into segments: by wave, as open work comes before what is done, and by ranges of ids, which are pulled side
-- by side. Each has its own cursor; the checkpoint of the type has the sum of its segments.
create table migration_pull_segment (
    run_id uuid not null,
    entity text not null,
    wave integer not null,
    ordinal integer not null,
    -- what the entity type makes of it; empty for everything
    filter text not null,
    -- ids above the one, and up to and with the other where there is one
    after bigint not null,
    up_to bigint,
    reads_after bigint not null,
    done boolean not null,
    expected bigint,
    pulled bigint not null,
    pages bigint not null,
    unreadable bigint not null,
    version bigint not null,
    constraint migration_pull_segment_pk primary key (run_id, entity, wave, ordinal),
    constraint migration_pull_segment_of_checkpoint foreign key (run_id, entity)
        references migration_pull_checkpoint (run_id, entity) on delete cascade,
    constraint migration_pull_segment_range check (up_to is null or up_to >= after),
    constraint migration_pull_segment_counts check (pulled >= 0 and pages >= 0 and unreadable >= 0)
);

insert into migration_pull_segment (run_id, entity, wave, ordinal, filter, after, reads_after, done, pulled, pages,
    unreadable, version)
select run_id, entity, 0, 0, '', -1, reads_after, done, pulled, pages, unreadable, 0
from migration_pull_checkpoint;

alter table migration_pull_checkpoint drop column reads_after;

-- The wave whose records are being loaded.
alter table migration_load_checkpoint add column wave integer not null default 0;
