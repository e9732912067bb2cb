-- A contract that is deleted while time under it is settled went off it, silently. Whoever deletes one takes it off the time that can do
-- without it, in the same transaction; under what is left it stays.
alter table desk_time drop constraint desk_time_contract_fkey;

alter table desk_time add constraint desk_time_contract_fkey foreign key (organization_id, contract_id) references contract;
