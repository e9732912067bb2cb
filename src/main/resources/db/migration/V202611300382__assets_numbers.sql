-- The search over all kinds looks for a whole number before it looks for texts.
create index asset_serial_number_idx on asset (organization_id, serial_number) where serial_number is not null;

create index asset_reference_number_idx on asset (organization_id, reference_number) where reference_number is not null;
