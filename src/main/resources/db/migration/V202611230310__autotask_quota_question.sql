-- Above the stop line nothing is sent but a question, now and then, whether others have made room.
alter table autotask_quota add column asked_at timestamptz;

comment on column autotask_quota.asked_at is 'when the quota was last asked for, whether or not an answer came';
