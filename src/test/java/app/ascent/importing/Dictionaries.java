package app.ascent.importing;

import app.ascent.identity.UserId;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's values mean in mapper tests: Autotask's own company types, and a few of the tenant's. */
public final class Dictionaries {

    public static final UUID MEMBER = UUID.fromString("0190f3d2-0000-7000-8000-000000000001");

    private Dictionaries() {}

    public static Dictionary tenant() {
        return new Dictionary(Map.of(
                "companies.companyType",
                table(
                        entry("1", "Customer", true, true, "CUSTOMER"),
                        entry("2", "Lead", true, true, "LEAD"),
                        entry("3", "Prospect", true, true, "PROSPECT"),
                        entry("4", "Dead", true, true, "FORMER"),
                        entry("6", "Cancelation", true, true, "FORMER"),
                        entry("7", "Vendor", true, true, "VENDOR"),
                        entry("8", "Partner", true, true, "PARTNER"),
                        entry("12", "Distributor", true, false, null),
                        entry("13", "Reseller", true, false, "PARTNER"),
                        entry("14", "Supplier", false, false, "VENDOR")),
                "companies.classification",
                table(entry("203", "Gold", true, false, null), entry("200", "Old scheme", false, false, null)),
                "companies.marketSegmentID",
                table(entry("501", "Healthcare", true, false, null), entry("502", "Farming", false, false, null)),
                "companies.territoryID",
                table(entry("601", "North", true, false, null)),
                "companies.billToAddressToUse",
                table(
                        entry("1", "Company address", true, true, null),
                        entry("2", "Billing address", true, true, null),
                        entry("3", "Company location", true, true, null),
                        entry("4", "Parent organization", true, true, null),
                        entry("5", "Old billing address", false, true, null),
                        entry("9", "Anderswo", true, true, null)),
                "contacts.namePrefix",
                table(entry("3", "Dr.", true, false, null), entry("4", "Sir", false, false, null)),
                "contacts.nameSuffix",
                table(entry("1", "Jr.", true, false, null))));
    }

    /** With answers to these look-ups, of which most find nothing. */
    public static References references(List<Lookup.Key> lookUps, Map<SourceRef, References.Resolution> resolved) {
        return references(lookUps, resolved, Map.of());
    }

    /** @param more rows beside two countries and two people */
    public static References references(
            List<Lookup.Key> lookUps, Map<SourceRef, References.Resolution> resolved, Map<Lookup.Key, Object> more) {
        Map<Lookup.Key, Object> tenant = new HashMap<>(Map.of(
                Tables.COUNTRIES.key(81),
                new Tables.Country("Germany", null),
                Tables.COUNTRIES.key(0),
                new Tables.Country("Atlantis", null),
                Tables.RESOURCES.key(29000001),
                resource("Zoë", "Lindqvist").with(new UserId(MEMBER)),
                Tables.RESOURCES.key(29000002),
                resource("Bo", "Holm")));
        tenant.putAll(more);
        Map<Lookup.Key, List<?>> rows = new HashMap<>();
        lookUps.forEach(key -> rows.put(key, tenant.containsKey(key) ? List.of(tenant.get(key)) : List.of()));
        return new References(tenant(), resolved, rows, Set.of());
    }

    private static Tables.Resource resource(String firstName, String lastName) {
        return new Tables.Resource(null, firstName, lastName, null, null, null);
    }

    private static Entry entry(String value, String label, boolean active, boolean system, @Nullable String target) {
        return new Entry(value, label, active, system, target);
    }

    private static Map<String, Entry> table(Entry... entries) {
        Map<String, Entry> table = new LinkedHashMap<>();
        for (Entry entry : entries) {
            table.put(entry.value(), entry);
        }
        return table;
    }
}
