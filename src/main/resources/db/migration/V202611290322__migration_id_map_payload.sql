-- Nobody ever asked what the hash of the payload was when a record was last written.
alter table migration_id_map drop column payload_hash;
