package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The look-ups of this application, by the names of their types. */
@Component
class LookupTables {

    private final Map<EntityType, LookupTable<?>> tables = new LinkedHashMap<>();

    LookupTables(List<LookupTable<?>> known) {
        known.stream().sorted(Comparator.comparing(LookupTable::type)).forEach(table -> {
            if (tables.putIfAbsent(table.type(), table) != null) {
                throw new IllegalStateException("Two look-ups are named " + table.type());
            }
        });
    }

    Set<EntityType> types() {
        return Set.copyOf(tables.keySet());
    }

    /** Those without which records of these types cannot be mapped. */
    List<LookupTable<?>> neededBy(Collection<EntityType> types) {
        return tables.values().stream()
                .filter(table -> types.stream().anyMatch(type -> isNeededBy(table, type)))
                .toList();
    }

    /** Who names a type means all its parts. */
    private static boolean isNeededBy(LookupTable<?> table, EntityType type) {
        return table.neededBy().contains(type) || table.neededBy().contains(type.whole());
    }

    /** The table in which a record of that type looks something up. */
    LookupTable<?> of(EntityMigration<?, ?> entity, Lookup.Key key) {
        LookupTable<?> table = tables.get(key.type());
        if (table == null || !isNeededBy(table, entity.type())) {
            throw new IllegalStateException("There is no look-up %s that %s need".formatted(key.type(), entity.type()));
        }
        return table;
    }
}
