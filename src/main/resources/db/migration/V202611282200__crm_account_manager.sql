-- A column is called like its field, and a field that refers to somebody ends in "id".
alter table crm_client rename column account_manager to account_manager_id;
