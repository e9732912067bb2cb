-- Why a kind of record cannot be read, or which of those it needs cannot. It ends there, and the run goes on with the others.
alter table migration_pull_checkpoint
    add column refusal_code text,
    add column refusal text,
    add constraint migration_pull_checkpoint_refused_for_a_reason check ((refusal_code is null) = (refusal is null));
