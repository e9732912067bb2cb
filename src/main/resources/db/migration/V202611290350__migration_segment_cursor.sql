-- What the source said to go on from, in words of its own; null at the beginning of a segment. Until now that was the highest id
-- that came, which stays beside it: so far lies ready what is to be loaded.
alter table migration_pull_segment add column cursor text;

update migration_pull_segment set cursor = reads_after::text where reads_after > after;
