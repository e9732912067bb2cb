-- Fields that refer to others end in "Id" in what an import wrote, too, as everywhere else.
update migration_id_map
set written = replace(written, '"accountManager":', '"accountManagerId":'),
    before = replace(before, '"accountManager":', '"accountManagerId":'),
    found = regexp_replace(found, '(^|,)accountManager(,|$)', '\1accountManagerId\2')
where entity = 'companies';

update migration_id_map
set written = replace(written, '"client":', '"clientId":'),
    before = replace(before, '"client":', '"clientId":'),
    found = regexp_replace(found, '(^|,)client(,|$)', '\1clientId\2')
where entity = 'contacts';
