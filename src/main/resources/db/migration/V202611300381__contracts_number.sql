-- The search over all kinds looks for a whole number before it looks for texts.
create index contract_number_idx on contract (organization_id, number) where number is not null;
