-- Nobody looks a record up by its target, and every record that is imported would pay for it.
drop index migration_id_map_by_target;
