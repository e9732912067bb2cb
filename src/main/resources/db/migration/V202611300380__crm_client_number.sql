-- The search over all kinds looks for a whole number before it looks for texts.
create index crm_client_number_idx on crm_client (organization_id, number) where number is not null;
