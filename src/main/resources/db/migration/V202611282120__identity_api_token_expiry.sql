-- A token ends. Those made before tokens ended have ninety days from now, in which their programs can be given new ones.
alter table identity_api_token add column expires_at timestamptz;

update identity_api_token set expires_at = greatest(now(), created_at) + interval '90 days';

alter table identity_api_token
    alter column expires_at set not null,
    add constraint identity_api_token_ends_later check (expires_at > created_at);
