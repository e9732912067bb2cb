-- People who come from Autotask type the id a record has there. The unique keys begin with system and database, which
-- nobody types.
create index crm_client_source_id_idx on crm_client (organization_id, source_id) where source_id is not null;

create index crm_contact_source_id_idx on crm_contact (organization_id, source_id) where source_id is not null;
