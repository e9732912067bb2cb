package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookupTablesTests {

    private static final EntityType LINES = new EntityType("contractLines");
    private static final Lookup<String> UNITS = Lookup.byOwner("Units", String.class, "serviceID");

    @Test
    void areNeededByAllPartsOfATypeThatNamesThem() {
        EntityMigration<?, ?> services = lines("ContractServices");
        LookupTable<?> units = table("Units", LINES);
        LookupTables tables = new LookupTables(List.of(units, table("Tags", new EntityType("tickets"))));

        assertThat(tables.neededBy(List.of(services.type()))).hasSize(1).first().isSameAs(units);
        assertThat(tables.of(services, UNITS.key(1))).isSameAs(units);
        assertThatThrownBy(() ->
                        tables.of(services, Lookup.byId("Tags", String.class).key(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no look-up Tags that contractLines:ContractServices need");
    }

    @Test
    void haveEachANameOfItsOwn() {
        assertThatThrownBy(() -> new LookupTables(List.of(table("Units", LINES), table("Units", LINES))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static EntityMigration<?, ?> lines(String part) {
        EntityMigration<?, ?> migration = mock();
        when(migration.type()).thenReturn(LINES.part(part));
        return migration;
    }

    private static LookupTable<?> table(String name, EntityType neededBy) {
        LookupTable<?> table = mock();
        when(table.type()).thenReturn(new EntityType(name));
        when(table.neededBy()).thenReturn(Set.of(neededBy));
        return table;
    }
}
