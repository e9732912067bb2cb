-- What was refused is written down, too.
alter table audit_entry
    drop constraint audit_entry_action_known,
    add constraint audit_entry_action_known check (action in ('CREATE', 'UPDATE', 'DELETE', 'LOGIN', 'LOGOUT', 'REFUSE'));
