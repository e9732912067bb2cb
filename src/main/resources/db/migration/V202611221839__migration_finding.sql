create table migration_finding (
    organization_id uuid not null,
    migration_id uuid not null,
    entity text not null,
    source_id bigint not null,
    origin text not null,
    ordinal integer not null,
    run_id uuid not null,
    -- 0 failure, 1 skip, 2 warning: the order of the list of issues
    severity smallint not null,
    code text not null,
    field text,
    value text,
    label text,
    used_instead text,
    detail text,
    constraint migration_finding_pk primary key (organization_id, migration_id, entity, source_id, origin, ordinal),
    constraint migration_finding_origin check (origin in ('BATCH', 'LINK', 'COMPARISON')),
    constraint migration_finding_severity check (severity between 0 and 2)
);

create index migration_finding_listed on migration_finding (run_id, severity, entity, source_id, origin, ordinal);

create index migration_finding_by_code on migration_finding (run_id, code, severity, entity, source_id);
