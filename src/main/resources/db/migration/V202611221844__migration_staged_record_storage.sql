-- Payloads lie out of line, so that writing what became of a record does not write its payload again; and they are not
-- compressed, which would cost more time than it saves room.
alter table migration_staged_record alter column payload set storage external;

alter table migration_staged_record set (toast_tuple_target = 512, fillfactor = 70);
