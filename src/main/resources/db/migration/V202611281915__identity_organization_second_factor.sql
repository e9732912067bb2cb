-- Whether Owners must have a second factor.
alter table identity_organization add column owners_need_second_factor boolean not null default false;
