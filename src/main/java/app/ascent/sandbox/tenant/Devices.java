package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands at the tenant's customers and is looked after: its configuration items, and which of them belong together. */
final class Devices {

    /** A kind of device, with the product that most of the kind are. */
    private record Make(int type, int product, String code) {}

    private static final List<Make> MAKES = List.of(
            new Make(1, 11, "PC"),
            new Make(1, 11, "PC"),
            new Make(1, 11, "WS"),
            new Make(2, 12, "NB"),
            new Make(2, 12, "NB"),
            new Make(3, 13, "SRV"),
            new Make(4, 14, "FW"),
            new Make(5, 15, "SW"),
            new Make(6, 16, "PRN"),
            new Make(7, 17, "PHN"),
            new Make(8, 18, "NAS"),
            new Make(9, 13, "VM"),
            new Make(10, 17, "LIC"),
            new Make(11, 17, "DOM"));

    private static final int SMALL_IDS = 6;
    private static final long FIRST_LARGE_ID = 29_699_000;
    private static final long FIRST_PRODUCT = 29_683_000;
    private static final long VENDOR = 2;

    private final long seed;
    private final Companies companies;
    private final Contacts contacts;
    private final LocalDate newYear;
    private final Map<Long, Long> contracts;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> related = new ArrayList<>();

    /** @param contracts by company: a contract of it */
    Devices(long seed, int most, Companies companies, Contacts contacts, Map<Long, Long> contracts, int year) {
        this.seed = seed;
        this.companies = companies;
        this.contacts = contacts;
        this.contracts = contracts;
        this.newYear = LocalDate.of(year, 1, 1);
        long size = Math.min(most, companies.size() * 2);
        for (int index = 0; index < size; index++) {
            rows.add(device(index));
        }
        for (int index = 0; index < size; index++) {
            relate(index);
        }
    }

    Map<Entity, Listed> tables() {
        Map<Entity, Listed> tables = new EnumMap<>(Entity.class);
        tables.put(
                Entity.CONFIGURATION_ITEMS, new Listed(Entity.CONFIGURATION_ITEMS.schema(), rows, "referenceNumber"));
        tables.put(
                Entity.CONFIGURATION_ITEM_RELATED_ITEMS,
                new Listed(Entity.CONFIGURATION_ITEM_RELATED_ITEMS.schema(), related, "relationship"));
        return tables;
    }

    /** One of the small ones, 174, is that of a company and of a contract, too. */
    private static long idOf(int index) {
        return index < SMALL_IDS ? 150 + 12 * index : FIRST_LARGE_ID + 3L * index;
    }

    private Row device(int index) {
        DeviceQuirk quirk = DeviceQuirk.of(index);
        if (twin(index)) {
            Row twin = new Row(rows.getLast());
            return twin.put("id", idOf(index))
                    .put("referenceTitle", "Twin of " + twin.get("referenceTitle"))
                    .put("rmmDeviceUID", null);
        }
        var dice = new Dice(seed, "device", index);
        Make make = dice.pick(MAKES);
        long company = 1L + dice.below((int) companies.size() - 1);
        long contact = Contacts.STAFF + company - 1;
        LocalDate installed = newYear.minusDays(dice.below(1_500));
        String host = String.format(Locale.ROOT, "%s-%04d", make.code(), index);
        Row row = new Row(Entity.CONFIGURATION_ITEMS.schema(), idOf(index))
                .put("companyID", companies.idAt(company))
                .put("contactID", contact < contacts.size() && dice.chance(40) ? contacts.idAt(contact) : null)
                .put("contractID", dice.chance(60) ? contracts.get(companies.idAt(company)) : null)
                .put("vendorID", dice.chance(10) ? companies.idAt(Math.min(VENDOR, companies.size() - 1)) : null)
                .put("configurationItemType", make.type())
                .put("configurationItemCategoryID", dice.chance(80) ? 1 : null)
                .put("productID", FIRST_PRODUCT + make.product())
                .put("referenceTitle", host)
                .put("referenceNumber", dice.chance(25) ? "A-" + (5_000 + index) : "")
                .put("serialNumber", dice.chance(85) || twin(index + 1) ? dice.fill("SN-??####") + index : "")
                .put("location", dice.chance(30) ? dice.fill("Room #.##") : "")
                .put("isActive", dice.chance(88))
                .put("installDate", Moments.of(installed))
                .put("warrantyExpirationDate", dice.chance(70) ? Moments.of(installed.plusYears(3)) : null)
                .put("createDate", Moments.within(dice, newYear.getYear() - 3, 900))
                .put("lastModifiedTime", Moments.within(dice, newYear.getYear() - 1, 300))
                .put("lastActivityPersonType", 1)
                .put("monthlyCost", Contracts.money(dice.below(40)))
                .put("setupFee", Contracts.money(0))
                .put("numberOfUsers", new BigDecimal("0.0000"))
                .put("notes", dice.chance(20) ? "Looked after remotely.\r\nAsk before restarting." : "")
                .put("parentConfigurationItemID", parent(index, quirk, dice));
        if (make.product() < 14) {
            monitored(row, host, index, dice);
        }
        row.putUser("Admin PIN", dice.chance(10) ? "*****" : null)
                .putUser("Rack", dice.chance(15) ? dice.fill("R#-U##") : null)
                .putUser("Next service", dice.chance(15) ? newYear.plusMonths(6) + "" : null)
                .putUser("Ports", dice.below(48) + ".0000");
        quirk.spoil(row);
        return row;
    }

    private static boolean twin(int index) {
        return DeviceQuirk.of(index) == DeviceQuirk.SERIAL_TWICE;
    }

    /** What the monitoring of workplaces and servers tells. */
    private static void monitored(Row row, String host, int index, Dice dice) {
        row.put("apiVendorID", 29)
                .put("rmmDeviceID", 770_012_340_000L + index)
                .put("rmmDeviceUID", dice.fill("0b9e1c4a-####-4###-8###-") + String.format(Locale.ROOT, "%012d", index))
                .put("rmmDeviceAuditHostname", host.toLowerCase(Locale.ROOT))
                .put("rmmDeviceAuditIPAddress", "10.0." + dice.below(8) + "." + (1 + dice.below(250)))
                .put(
                        "rmmDeviceAuditMacAddress",
                        String.format(Locale.ROOT, "02-00-5E-00-%02X-%02X", index >> 8, index & 255))
                .put("rmmDeviceAuditOperatingSystem", "Microsoft Windows 11 Pro 10.0.26100")
                .put("rmmDeviceAuditManufacturerID", 31 + dice.below(2))
                .put("rmmDeviceAuditAntivirusStatusID", dice.chance(90) ? 1 : 2)
                .put("rmmDeviceAuditPatchStatusID", 1)
                .put("rmmDeviceAuditMissingPatchCount", dice.below(4))
                .put("rmmDeviceAuditLastUser", dice.fill("user##"))
                .put("rmmDeviceAuditMemoryBytes", 17_179_869_184L)
                .put("rmmDeviceAuditStorageBytes", 512_110_190_592L)
                .put("rmmOpenAlertCount", 0);
    }

    /** A machine runs on another, a switch stands behind a firewall. */
    private static @Nullable Long parent(int index, DeviceQuirk quirk, Dice dice) {
        if (quirk == DeviceQuirk.PARENT_LATER || quirk == DeviceQuirk.PARENT_CIRCLE) {
            return idOf(index + 1);
        }
        if (DeviceQuirk.of(index - 1) == DeviceQuirk.PARENT_CIRCLE) {
            return idOf(index - 1);
        }
        return index > 0 && dice.chance(8) ? idOf(index - 1 - dice.below(Math.min(index, 3))) : null;
    }

    private void relate(int index) {
        switch (DeviceQuirk.of(index)) {
            case RELATED_TO_ITSELF -> relate(idOf(index), idOf(index));
            case RELATED_TO_NOBODY -> relate(idOf(index), 29_600_011);
            case RELATED_BOTH_WAYS -> {
                relate(idOf(index), idOf(index - 1));
                relate(idOf(index - 1), idOf(index));
            }
            default -> {
                if (index > 0 && index % 10 == 0) {
                    relate(idOf(index), idOf(index - 1));
                }
            }
        }
    }

    private void relate(long one, long other) {
        related.add(new Row(Entity.CONFIGURATION_ITEM_RELATED_ITEMS.schema(), related.size() + 1)
                .put("configurationItemID", one)
                .put("relatedConfigurationItemID", other));
    }
}
