-- The planner is told nothing of single organizations. Statistics that know some of them take any other one for a row or
-- none, and while its first import fills the tables they plan to read everything of it once for each row of a page. Without
-- them an organization counts as a two-hundredth of the table, whichever it is: enough for the whole key to be used always.
alter table crm_client alter column organization_id set statistics 0;
alter table crm_contact alter column organization_id set statistics 0;
alter table crm_client_search alter column organization_id set statistics 0;
alter table crm_contact_search alter column organization_id set statistics 0;
