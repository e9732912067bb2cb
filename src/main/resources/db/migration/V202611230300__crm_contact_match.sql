-- Contacts that a person entered, as an import looks for them; those that came by an import are not in it.
create index crm_contact_match_idx on crm_contact (organization_id, client_id, match_key) where source_id is null;
