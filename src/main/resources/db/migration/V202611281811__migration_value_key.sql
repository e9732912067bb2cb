-- A value of a picklist is text from outside, and an index takes no key of a few thousand bytes: a long value is known by
-- its beginning and its hash.
create function migration_value_key(value text) returns text
    language sql immutable
    return case
        when length(value) <= 200 then value
        else left(value, 100) || encode(sha256(convert_to(value, 'UTF8')), 'hex')
    end;

alter table migration_value_decision
    add column value_key text generated always as (migration_value_key(value)) stored;

alter table migration_value_decision drop constraint migration_value_decision_pk;

alter table migration_value_decision
    add constraint migration_value_decision_pk primary key (organization_id, migration_id, entity, field, value_key);
