package app.ascent.importing;

import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
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
                table(entry("1", "Jr.", true, false, null)),
                "Countries",
                table(entry("81", "Germany", true, false, null), entry("0", "Atlantis", true, false, null)),
                "Resources",
                table(
                        entry("29000001", "Zoë Lindqvist", true, false, MEMBER.toString()),
                        entry("29000002", "Bo Holm", false, false, null))));
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
