-- Who did what, and when. Entries are written once and never changed; without a user, Ascent itself did it.
create table audit_entry (
    organization_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    user_id uuid,
    action text not null,
    entity_type text not null,
    entity_id text,
    entity_name text,
    changes jsonb not null,
    address text,
    user_agent text,
    constraint audit_entry_pk primary key (organization_id, id),
    constraint audit_entry_organization_fk foreign key (organization_id) references identity_organization,
    constraint audit_entry_user_fk foreign key (organization_id, user_id) references identity_user,
    constraint audit_entry_action_known check (action in ('CREATE', 'UPDATE', 'DELETE', 'LOGIN', 'LOGOUT'))
);

create index audit_entry_at_ix on audit_entry (organization_id, at desc, id desc);
create index audit_entry_entity_ix on audit_entry (organization_id, entity_type, entity_id, at desc, id desc);
create index audit_entry_user_ix on audit_entry (organization_id, user_id);
