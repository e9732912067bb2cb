-- The list people see first: active records by name. Without the status in front, a letter of the alphabet that is full of
-- inactive records would be read through to find the first active one.
create index crm_client_list_idx on crm_client (organization_id, status, sort_key, id);

create index crm_contact_list_idx on crm_contact (organization_id, status, sort_key, id);
