package app.ascent.importing.asset;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetType;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.Payload;
import app.ascent.importing.asset.AssetLookUps.Product;
import app.ascent.importing.asset.AssetLookUps.Sort;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Rejected;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.RecordStatus;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration item becomes. */
class AssetMapperTests {

    private static final SourceId ID = new SourceId(29699001);
    private static final TargetId CLIENT = new TargetId(UUID.fromString("0190f3d2-0000-7000-8000-000000000174"));
    private static final TargetId CONTACT = new TargetId(UUID.fromString("0190f3d2-0000-7000-8000-000000003001"));
    private static final TargetId CONTRACT = new TargetId(UUID.fromString("0190f3d2-0000-7000-8000-000029688123"));
    private static final TargetId VENDOR = new TargetId(UUID.fromString("0190f3d2-0000-7000-8000-000000000211"));

    private static final Map<SourceRef, Resolution> RESOLVED = Map.of(
            ref("companies", 174), new Resolution.Loaded(CLIENT),
            ref("companies", 0), new Resolution.Loaded(CLIENT),
            ref("companies", 211), new Resolution.Loaded(VENDOR),
            ref("companies", 300), new Resolution.NotLoaded(Reason.SOURCE_ERROR, "Broken Ltd"),
            ref("contacts", 3001), new Resolution.Loaded(CONTACT),
            ref("contacts", 3002), new Resolution.LeftOut(),
            ref("contracts", 29688123), new Resolution.Loaded(CONTRACT));

    private static final Map<Lookup.Key, List<?>> ROWS = Map.of(
            AssetLookUps.TYPES.key(1), List.of(new Sort("Workstation")),
            AssetLookUps.TYPES.key(12), List.of(new Sort("Coffee machine")),
            AssetLookUps.TYPES.key(13), List.of(new Sort("Thin client PC")),
            AssetLookUps.TYPES.key(14), List.of(new Sort("Backup appliance (until 2020)")),
            AssetLookUps.TYPES.key(15), List.of(new Sort("Fax and pager")),
            AssetLookUps.CATEGORIES.key(2), List.of(new Sort("Standard")),
            AssetLookUps.CATEGORIES.key(3), List.of(new Sort("Cloud subscriptions")),
            AssetLookUps.PRODUCTS.key(29683011),
                    List.of(new Product("Workstation ThinkCentre", "Lenovo", " ThinkCentre  M70q ")),
            AssetLookUps.PRODUCTS.key(29683017), List.of(new Product("Phone, any make", "", "")),
            AssetLookUps.PRODUCTS.key(29683019), List.of(new Product(null, null, null)));

    private static final Dictionary DICTIONARY = new Dictionary(Map.of(
            "assets.configurationItemType",
            table(
                    new Entry("1", "Workstation", true, false, "WORKSTATION"),
                    new Entry("3", "Rechner", true, false, null),
                    new Entry("12", "Coffee machine", true, false, null),
                    new Entry("13", "Thin client PC", false, false, "WORKSTATION"),
                    new Entry("77", "77", true, false, "PERIPHERAL")),
            "assets.rmmDeviceAuditManufacturerID",
            table(new Entry("31", "Lenovo", true, false, null), new Entry("32", "Dell", false, false, null))));

    private static SourceRef ref(String type, long id) {
        return new SourceRef(new EntityType(type), new SourceId(id));
    }

    private static Map<String, Entry> table(Entry... entries) {
        return Arrays.stream(entries).collect(Collectors.toMap(Entry::value, Function.identity()));
    }

    private static Ready<AssetFields> map(Payload payload) {
        return (Ready<AssetFields>) mapped(payload, DICTIONARY, Set.of());
    }

    private static Ready<AssetFields> mapWithout(Lookup<?> unreadable, Payload payload) {
        return (Ready<AssetFields>) mapped(payload, DICTIONARY, Set.of(unreadable.type()));
    }

    private static Mapped<AssetFields> mapped(Payload payload, Dictionary dictionary, Set<EntityType> unreadable) {
        AutotaskDevice device = payload.as(AutotaskDevice.class);
        Map<Lookup.Key, List<?>> answers = new HashMap<>();
        AssetLookUps.of(device).forEach(key -> answers.put(key, ROWS.getOrDefault(key, List.of())));
        return AssetMapper.map(ID, device, new References(dictionary, RESOLVED, answers, unreadable));
    }

    private static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> finding.reason() + " " + finding.field())
                .toList();
    }

    @Test
    void mapsEveryFieldOfAWholeDevice() {
        Ready<AssetFields> mapped = map(Payload.device()
                .with("contactID", 3001)
                .with("contractID", 29688123)
                .with("vendorID", 211)
                .with("parentConfigurationItemID", 5));

        assertThat(mapped.target())
                .isEqualTo(new AssetFields(
                        "NWJ-PC-017",
                        new ClientId(CLIENT.value()),
                        AssetType.WORKSTATION,
                        RecordStatus.ACTIVE,
                        new ContactId(CONTACT.value()),
                        new ContractId(CONTRACT.value()),
                        new ClientId(VENDOR.value()),
                        "Lenovo",
                        "ThinkCentre M70q",
                        "SN-0017",
                        "A-17",
                        "NWJ-PC-017",
                        "10.0.3.17",
                        "02-00-5E-00-00-11",
                        "Windows 11 Pro",
                        "0b9e1c4a-0000-4000-8000-1234567890ab",
                        "Front desk",
                        LocalDate.of(2023, 3, 17),
                        LocalDate.of(2028, 3, 16),
                        "Ask before restarting."));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).isEqualTo(Map.of("parentConfigurationItemID", ref("assets", 5)));
    }

    @Test
    void keepsTheRestUnderSource() {
        Ready<AssetFields> mapped = map(Payload.device()
                .with("dattoPercentageUsed", "61.5")
                .with("dattoLastCheckInDateTime", "2026-11-01T08:00:00Z")
                .with("rmmDeviceAuditLastUser", "ana")
                .with("rmmDeviceAuditExternalIPAddress", "203.0.113.7")
                .with("setupFee", "450.0000")
                .with("sslIssuedBy", "Example CA")
                .withNull("dailyCost"));

        assertThat(mapped.details().originals())
                .containsEntry("configurationItemType", "Workstation")
                .containsEntry("configurationItemCategoryID", "Standard")
                .containsEntry("productID", "Workstation ThinkCentre")
                .containsEntry("companyLocationID", "5123")
                .containsEntry("monthlyCost", "12.5")
                .containsEntry("setupFee", "450.0000")
                .containsEntry("dattoPercentageUsed", "61.5")
                .containsEntry("dattoLastCheckInDateTime", "2026-11-01T08:00:00Z")
                .containsEntry("rmmDeviceAuditLastUser", "ana")
                .containsEntry("rmmDeviceAuditExternalIPAddress", "203.0.113.7")
                .containsEntry("rmmDeviceAuditManufacturerID", "Lenovo")
                .containsEntry("rmmDeviceID", "770012345678")
                .containsEntry("rmmDeviceUID", "0b9e1c4a-0000-4000-8000-1234567890ab")
                .containsEntry("sslIssuedBy", "Example CA")
                .containsEntry("createDate", "2023-03-17T10:32:29.520Z")
                .containsEntry("lastModifiedTime", "2026-08-01T06:00:00Z")
                .doesNotContainKeys("dailyCost", "serialNumber", "notes", "userDefinedFields");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void keepsProtectedValuesAsTheyAre() {
        assertThat(map(Payload.device()).details().userDefined())
                .isEqualTo(Map.of("Admin PIN", "*****", "OS", "Windows 11"));
    }

    /** Tools write these, and nobody reads a remark on each of thousands of devices. */
    @Test
    void saysNothingOfValuesOfToolsThatAreNoLongerListed() {
        Ready<AssetFields> mapped =
                map(Payload.device().with("rmmDeviceAuditManufacturerID", 32).with("rmmDeviceAuditModelID", 999));

        assertThat(mapped.details().originals())
                .containsEntry("rmmDeviceAuditManufacturerID", "Dell")
                .containsEntry("rmmDeviceAuditModelID", "999");
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "' NWJ   PC ', host, datto, 29683011, NWJ PC",
                "' ', host, datto, 29683011, host",
                "NULL, NULL, datto, 29683011, datto",
                "NULL, '', NULL, 29683011, Workstation ThinkCentre"
            },
            nullValues = "NULL")
    void isCalledByTitleOrHostnameOrProduct(
            @Nullable String title, @Nullable String rmm, @Nullable String datto, long product, String expected) {
        Ready<AssetFields> mapped = map(Payload.device()
                .with("referenceTitle", title)
                .with("rmmDeviceAuditHostname", rmm)
                .with("dattoHostname", datto)
                .with("productID", product));

        assertThat(mapped.target().name()).isEqualTo(expected);
        assertThat(mapped.findings()).isEmpty();
    }

    private static Payload nameless() {
        return Payload.device().withNull("referenceTitle", "rmmDeviceAuditHostname");
    }

    @Test
    void isCalledByItsNumberWhereNothingNamesIt() {
        Ready<AssetFields> mapped = map(nameless().with("productID", 29683019));

        assertThat(mapped.target().name()).isEqualTo("Asset 29699001");
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE referenceTitle");
        assertThat(mapped.unsaid().unresolved()).isEmpty();
        assertThat(AssetMapper.name(nameless().as(AutotaskDevice.class))).isEqualTo("Asset 29699001");
    }

    @Test
    void keepsItsNameWhereProductsCannotBeRead() {
        Ready<AssetFields> mapped = mapWithout(AssetLookUps.PRODUCTS, nameless());

        assertThat(mapped.unsaid().unresolved()).containsExactlyInAnyOrder("productID", "referenceTitle");
        assertThat(mapped.findings()).anySatisfy(finding -> assertThat(finding.detail())
                .startsWith("Products could not be read in Autotask"));
    }

    @Test
    void cleansTextsAndKeepsMarkupAsText() {
        AssetFields asset = map(Payload.device()
                        .with("referenceTitle", " Main\u0000  <b>server</b> ")
                        .with("notes", "א\u202e שרת\r\nline"))
                .target();

        assertThat(asset.name()).isEqualTo("Main <b>server</b>");
        assertThat(asset.notes()).isEqualTo("א שרת\nline");
    }

    @Test
    void cutsLongTextsAndKeepsThemUnderSource() {
        String notes = "Moved again, as last year. ".repeat(500).strip();
        String host = "copied-from-a-log-".repeat(20);

        Ready<AssetFields> mapped = map(Payload.device().with("notes", notes).with("rmmDeviceAuditHostname", host));

        assertThat(mapped.target().notes()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(mapped.target().hostname()).hasSize(255);
        assertThat(mapped.details().originals())
                .containsEntry("notes", notes)
                .containsEntry("rmmDeviceAuditHostname", host);
        assertThat(remarks(mapped)).containsExactlyInAnyOrder("TRUNCATED notes", "TRUNCATED rmmDeviceAuditHostname");
    }

    @ParameterizedTest
    @CsvSource({
        "Windows Server 2022, SERVER",
        "Laptop, LAPTOP",
        "NOTEBOOK, LAPTOP",
        "Workstation, WORKSTATION",
        "Desktop, WORKSTATION",
        "Thin client PC, WORKSTATION",
        "PCs, WORKSTATION",
        "Firewall appliance, FIREWALL",
        "Switch, NETWORK_DEVICE",
        "Router, NETWORK_DEVICE",
        "Wireless Access Point, NETWORK_DEVICE",
        "Network, NETWORK_DEVICE",
        "Network printer, PRINTER",
        "Printer, PRINTER",
        "Smartphone, MOBILE_DEVICE",
        "Tablet, MOBILE_DEVICE",
        "Mobile, MOBILE_DEVICE",
        "NAS, STORAGE",
        "SAN array, STORAGE",
        "Storage, STORAGE",
        "Backup appliance, STORAGE",
        "Virtual machine, VIRTUAL_MACHINE",
        "Software, SOFTWARE",
        "Licence, SOFTWARE",
        "License, SOFTWARE",
        "Cloud tenant, CLOUD_SERVICE",
        "Domain, CLOUD_SERVICE",
        "SSL certificate, CLOUD_SERVICE"
    })
    void proposesATypeByWordsOfTheLabel(String label, AssetType expected) {
        assertThat(AssetTypes.decidable().proposal().of(new Entry("9", label, true, false, null), List.of()))
                .isEqualTo(expected.name());
    }

    /** No word of them is one of ours, though letters of some are: thous-and-SAN-d, u-pc. */
    @ParameterizedTest
    @ValueSource(strings = {"Coffee machine", "One of a thousand", "UPC scanner", "Tape Nasdaq", "Slssl", ""})
    void proposesNothingForOtherLabels(String label) {
        assertThat(AssetTypes.decidable().proposal().of(new Entry("9", label, true, true, null), List.of()))
                .isNull();
    }

    @Test
    void offersEveryTypeToTheOwner() {
        assertThat(AssetTypes.decidable().field()).isEqualTo("configurationItemType");
        assertThat(AssetTypes.decidable().fallback()).isEqualTo("OTHER");
        assertThat(Stream.of(AssetType.values())).allSatisfy(type -> assertThat(
                        AssetTypes.decidable().offers(new OrganizationId(UUID.randomUUID()), type.name()))
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"12, Coffee machine", "15, Fax and pager", "57, NULL", "null, NULL", "\"seven\", NULL"},
            nullValues = "NULL")
    void isOtherWhereNobodyKnowsTheType(String value, @Nullable String label) {
        Ready<AssetFields> mapped = map(Payload.device().json("configurationItemType", value));

        assertThat(mapped.target().type()).isEqualTo(AssetType.OTHER);
        assertThat(mapped.unsaid().assumed()).containsExactly("configurationItemType");
        assertThat(mapped.unsaid().unresolved()).isEmpty();
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.UNKNOWN_VALUE);
            assertThat(finding.label()).isEqualTo(label);
            assertThat(finding.usedInstead()).isEqualTo("OTHER");
        });
    }

    @ParameterizedTest
    @CsvSource({"13, WORKSTATION, Thin client PC", "14, STORAGE, Backup appliance (until 2020)"})
    void mapsATypeThatIsNoLongerOfferedByItsNameAndSaysSo(int value, AssetType expected, String label) {
        Ready<AssetFields> mapped = map(Payload.device().with("configurationItemType", value));

        assertThat(mapped.target().type()).isEqualTo(expected);
        assertThat(mapped.details().originals()).containsEntry("configurationItemType", label);
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.UNKNOWN_VALUE);
            assertThat(finding.detail()).contains("no longer offers the type " + label);
        });
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "null, 0", "57, 1"})
    void goesByTheCategoryWhereTheTypeSaysNothing(String type, int remarks) {
        Ready<AssetFields> mapped =
                map(Payload.device().json("configurationItemType", type).with("configurationItemCategoryID", 3));

        assertThat(mapped.target().type()).isEqualTo(AssetType.CLOUD_SERVICE);
        assertThat(mapped.unsaid().assumed()).isEmpty();
        assertThat(mapped.findings()).hasSize(remarks).allSatisfy(finding -> assertThat(finding.detail())
                .isEqualTo("The type 57 has no label in Autotask any more. Its category told what it is."));
    }

    @Test
    void asksTheCategoryOnlyWhereTheTypeSaysNothing() {
        assertThat(map(Payload.device().with("configurationItemCategoryID", 3))
                        .target()
                        .type())
                .isEqualTo(AssetType.WORKSTATION);
    }

    /** Of a value that is not listed, of one whose label says something else, and of none at all. */
    @ParameterizedTest
    @CsvSource({"77, PERIPHERAL", "1, SERVER", "14, SERVER", "null, SERVER"})
    void followsTheOwnersDecisionWhateverTheLabelSays(String value, AssetType expected) {
        Dictionary decided = DICTIONARY.and(new Dictionary(Map.of(
                "assets.configurationItemType",
                table(
                        new Entry("1", "Workstation", true, false, "SERVER"),
                        new Entry("14", "14", true, false, "SERVER"),
                        new Entry("77", "77", true, false, "PERIPHERAL"),
                        new Entry("", "", true, false, "SERVER")))));

        Ready<AssetFields> mapped = (Ready<AssetFields>) mapped(
                Payload.device().json("configurationItemType", value).with("configurationItemCategoryID", 3),
                decided,
                Set.of());

        assertThat(mapped.target().type()).isEqualTo(expected);
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void readsTheLabelOfThePicklistWhereTypesCannotBeRead() {
        Ready<AssetFields> listed = mapWithout(AssetLookUps.TYPES, Payload.device());
        Ready<AssetFields> unlisted =
                mapWithout(AssetLookUps.TYPES, Payload.device().with("configurationItemType", 14));

        assertThat(listed.target().type()).isEqualTo(AssetType.WORKSTATION);
        assertThat(listed.details().originals()).containsEntry("configurationItemType", "Workstation");
        assertThat(unlisted.unsaid().unresolved()).containsExactly("configurationItemType");
    }

    @Test
    void changesNoTypeWhereCategoriesCannotBeRead() {
        Ready<AssetFields> needed =
                mapWithout(AssetLookUps.CATEGORIES, Payload.device().with("configurationItemType", 12));
        Ready<AssetFields> unneeded = mapWithout(AssetLookUps.CATEGORIES, Payload.device());

        assertThat(needed.unsaid().unresolved()).containsExactly("configurationItemType");
        assertThat(unneeded.unsaid().unresolved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, ACTIVE", "1, ACTIVE", "false, INACTIVE", "0, INACTIVE"})
    void isActiveOrNot(String flag, RecordStatus expected) {
        Ready<AssetFields> mapped = map(Payload.device().json("isActive", flag));

        assertThat(mapped.target().status()).isEqualTo(expected);
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"retired\""})
    void isActiveWhereNothingIsSaid(String flag) {
        Ready<AssetFields> mapped = map(Payload.device().json("isActive", flag));

        assertThat(mapped.target().status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE isActive");
        assertThat(mapped.unsaid().assumed()).containsExactly("isActive");
    }

    @Test
    void takesFromTheBackupWhatTheMonitoringDoesNotTell() {
        Payload both = Payload.device()
                .with("dattoSerialNumber", "DTO-1")
                .with("dattoHostname", "siris-1")
                .with("dattoInternalIP", "10.0.3.77");

        AssetFields own = map(both).target();
        AssetFields datto = map(both.with("serialNumber", " ")
                        .withNull("rmmDeviceAuditHostname", "rmmDeviceAuditIPAddress", "rmmDeviceUID"))
                .target();

        assertThat(List.of(
                        String.valueOf(own.serialNumber()),
                        String.valueOf(own.hostname()),
                        String.valueOf(own.ipAddress())))
                .containsExactly("SN-0017", "NWJ-PC-017", "10.0.3.17");
        assertThat(List.of(
                        String.valueOf(datto.serialNumber()),
                        String.valueOf(datto.hostname()),
                        String.valueOf(datto.ipAddress())))
                .containsExactly("DTO-1", "siris-1", "10.0.3.77");
        assertThat(datto.rmmId()).isEqualTo("770012345678");
        assertThat(map(both).details().originals()).containsEntry("dattoSerialNumber", "DTO-1");
    }

    /** They are no key to recognize anything by, but they stand as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"N/A", "To be filled by O.E.M.", "0"})
    void keepsPlaceholdersAsText(String serial) {
        assertThat(map(Payload.device().with("serialNumber", serial)).target().serialNumber())
                .isEqualTo(serial);
    }

    @Test
    void isOfTheModelThatItsProductIsOfOrIsCalled() {
        AssetFields phone = map(Payload.device().with("productID", 29683017)).target();

        assertThat(phone.manufacturer()).isNull();
        assertThat(phone.model()).isEqualTo("Phone, any make");
    }

    @Test
    void cutsLongNamesOfProductsAndKeepsBoth() {
        String maker =
                "Consolidated Instruments of the Upper Severn Valley ".repeat(4).strip();
        String model =
                "Appliance, replaced by no other one of its kind, ".repeat(4).strip();
        AutotaskDevice device = Payload.device().as(AutotaskDevice.class);
        Map<Lookup.Key, List<?>> rows = new HashMap<>(ROWS);
        rows.put(AssetLookUps.PRODUCTS.key(29683011), List.of(new Product("Appliance", maker, model)));

        Ready<AssetFields> mapped =
                (Ready<AssetFields>) AssetMapper.map(ID, device, new References(DICTIONARY, RESOLVED, rows, Set.of()));

        assertThat(mapped.target().manufacturer()).hasSize(150);
        assertThat(mapped.target().model()).hasSizeBetween(148, 150);
        assertThat(mapped.details().originals())
                .containsEntry("manufacturerName", maker)
                .containsEntry("manufacturerProductName", model)
                .containsEntry("productID", "Appliance");
        assertThat(remarks(mapped)).containsExactly("TRUNCATED manufacturerName", "TRUNCATED manufacturerProductName");
    }

    @Test
    void standsWithoutAProductThatIsGone() {
        Ready<AssetFields> mapped = map(Payload.device().with("productID", 9));

        assertThat(mapped.target().manufacturer()).isNull();
        assertThat(mapped.target().model()).isNull();
        assertThat(mapped.details().originals()).containsEntry("productID", "9");
        assertThat(mapped.unsaid().unresolved()).containsExactly("productID");
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING productID");
    }

    @Test
    void missesNoProductWhereNoneIsNamed() {
        Ready<AssetFields> mapped = map(Payload.device().withNull("productID"));

        assertThat(mapped.target().model()).isNull();
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void neverShiftsADate() {
        AssetFields asset = map(Payload.device()
                        .with("installDate", "2025-01-01T23:59:59.999Z")
                        .with("warrantyExpirationDate", "2027-12-31"))
                .target();

        assertThat(asset.installDate()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(asset.warrantyExpiration()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-30T00:00:00Z", "9999-12-31T00:00:00Z", "soon"})
    void leavesOutDatesThatCannotBe(String date) {
        Ready<AssetFields> mapped =
                map(Payload.device().with("installDate", date).with("warrantyExpirationDate", date));

        assertThat(mapped.target().installDate()).isNull();
        assertThat(mapped.target().warrantyExpiration()).isNull();
        assertThat(remarks(mapped)).containsExactly("INVALID_DATE installDate", "INVALID_DATE warrantyExpirationDate");
    }

    @ParameterizedTest
    @CsvSource({
        "contactID, 77, Its contact is not in Ascent",
        "contractID, 77, Its contract is not in Ascent",
        "vendorID, 77, Its vendor is not in Ascent",
        "contactID, him, The id of its contact cannot be read",
        "contractID, that, The id of its contract cannot be read",
        "vendorID, them, The id of its vendor cannot be read"
    })
    void standsWithoutWhatItNamesAndIsNotThere(String field, String value, String sentence) {
        Ready<AssetFields> mapped = map(Payload.device().with(field, value));

        assertThat(mapped.target()).isEqualTo(map(Payload.device()).target());
        assertThat(mapped.details().originals()).containsEntry(field, value);
        assertThat(mapped.unsaid().unresolved()).containsExactly(field);
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.REFERENCE_MISSING);
            assertThat(finding.detail()).startsWith(sentence);
        });
    }

    @Test
    void saysNothingOfAContactThatTheOwnerLeftOut() {
        assertThat(map(Payload.device().with("contactID", 3002)).findings()).isEmpty();
    }

    @Test
    void namesAllThatMustBeThereBefore() {
        AutotaskDevice device = Payload.device()
                .with("contactID", 3001)
                .with("contractID", 29688123)
                .with("vendorID", 211)
                .as(AutotaskDevice.class);

        assertThat(AssetMapper.references(device))
                .containsExactlyInAnyOrder(
                        ref("companies", 174),
                        ref("contacts", 3001),
                        ref("contracts", 29688123),
                        ref("companies", 211));
    }

    @Test
    void saysWhenTheNumberOfItsParentCannotBeRead() {
        Ready<AssetFields> mapped = map(Payload.device().with("parentConfigurationItemID", "the rack"));

        assertThat(mapped.links()).isEmpty();
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING parentConfigurationItemID");
    }

    @ParameterizedTest
    @CsvSource({"9, PARENT_NOT_IMPORTED", "300, PARENT_NOT_IMPORTED", "null, PARENT_NOT_IMPORTED"})
    void isSkippedWithoutItsCompany(String company, String reason) {
        assertThat(mapped(Payload.device().json("companyID", company), DICTIONARY, Set.of()))
                .isInstanceOfSatisfying(
                        Skipped.class,
                        skipped -> assertThat(skipped.reason().reason().code()).isEqualTo(reason));
    }

    @Test
    void failsWhereItsCompanyCannotBeRead() {
        assertThat(mapped(Payload.device().with("companyID", "ours"), DICTIONARY, Set.of()))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void belongsToTheOwnCompanyLikeAnyOther() {
        assertThat(map(Payload.device().with("companyID", 0)).target().clientId())
                .isEqualTo(new ClientId(CLIENT.value()));
    }

    @Test
    void namesOnlyFieldsThatThePayloadHas() {
        List<String> fields = Stream.of(AutotaskDevice.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(AssetFields.FIELDS.all()).allSatisfy(field -> {
            assertThat(AssetFieldNames.allOf(field.name())).isSubsetOf(fields);
            assertThat(AssetFieldNames.allOf(field.name())).contains(AssetFieldNames.of(field.name()));
        });
    }
}
