-- Records that people edited since an import last wrote them: few among many, and asked for before a run may overwrite them.
create index crm_client_edited_idx on crm_client (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;

create index crm_contact_edited_idx on crm_contact (organization_id, source_system, source_database, source_id)
    where source_id is not null and edited;
