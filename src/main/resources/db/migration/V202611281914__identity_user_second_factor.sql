-- Since when signing in asks for a code, too; null: it does not.
alter table identity_user add column second_factor_since timestamptz;
