-- When an import first brought a record. It is the record's own, since the migration that knew it may be deleted and its
-- records taken over by another one. Of records whose migration is gone by now nobody knows it.
alter table crm_client add column first_imported_at timestamptz;

alter table crm_contact add column first_imported_at timestamptz;

update crm_client c set first_imported_at = m.first_import from migration_id_map m
where m.organization_id = c.organization_id and m.target_id = c.id and m.entity = 'companies' and c.source_id is not null;

update crm_contact c set first_imported_at = m.first_import from migration_id_map m
where m.organization_id = c.organization_id and m.target_id = c.id and m.entity = 'contacts' and c.source_id is not null;
