package app.ascent.importing.asset;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetType;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.asset.AssetLookUps.Product;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.RecordStatus;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an asset is made of when it comes from an Autotask configuration item. The rules are told in docs/mapping.md. */
final class AssetMapper {

    static final EntityType TYPE = new EntityType("assets");
    static final String PARENT = "parentConfigurationItemID";

    private static final String CATEGORY = "configurationItemCategoryID";
    private static final String PRODUCT = "productID";

    private AssetMapper() {}

    private static Link contact(AutotaskDevice source) {
        return new Link("contactID", Link.CONTACTS, source.contactID(), "contact");
    }

    private static Link contract(AutotaskDevice source) {
        return new Link("contractID", Link.CONTRACTS, source.contractID(), "contract");
    }

    private static Link vendor(AutotaskDevice source) {
        return new Link("vendorID", Owner.CLIENT.type(), source.vendorID(), "vendor");
    }

    static List<SourceRef> references(AutotaskDevice source) {
        return Stream.of(
                        Owner.CLIENT.reference(source.companyID()),
                        contact(source).reference(),
                        contract(source).reference(),
                        vendor(source).reference())
                .flatMap(Optional::stream)
                .toList();
    }

    static String name(AutotaskDevice source) {
        String name = firstName(source.referenceTitle(), source.rmmDeviceAuditHostname(), source.dattoHostname());
        return name == null
                ? standIn(Text.clean(source.id()))
                : Text.cut(name, AssetFields.FIELDS.named("name").limit());
    }

    static Mapped<AssetFields> map(SourceId id, AutotaskDevice source, References references) {
        return Owner.CLIENT.map(
                source.companyID(), references, client -> ready(id, source, new ClientId(client.value()), references));
    }

    private static Mapped<AssetFields> ready(
            SourceId id, AutotaskDevice source, ClientId client, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        AssetFields asset =
                reading.fitted(AssetFields.FIELDS, asset(id, source, client, reading, references), AssetFieldNames::of);
        DeviceOriginals.keep(source, reading);
        Map<String, SourceRef> links = parent(source, reading);
        return new Mapped.Ready<>(asset, reading.details(), reading.findings(), Map.of(), links, reading.unsaid());
    }

    private static AssetFields asset(
            SourceId id, AutotaskDevice source, ClientId client, FieldReading reading, References references) {
        Looked<Product> looked = reading.look(AssetLookUps.PRODUCTS, source.productID());
        Product product = product(source, looked, reading);
        var figures = new Figures(reading);
        return new AssetFields(
                name(id, source, product, looked, reading),
                client,
                type(source, reading),
                status(source, reading),
                contact(source).in(references, reading, ContactId::new),
                contract(source).in(references, reading, ContractId::new),
                vendor(source).in(references, reading, ClientId::new),
                product == null ? null : fit("manufacturerName", product.manufacturerName(), "manufacturer", reading),
                product == null ? null : fit("manufacturerProductName", model(product), "model", reading),
                first(source.serialNumber(), source.dattoSerialNumber()),
                Text.clean(source.referenceNumber()),
                first(source.rmmDeviceAuditHostname(), source.dattoHostname()),
                first(source.rmmDeviceAuditIPAddress(), source.dattoInternalIP()),
                Text.clean(source.rmmDeviceAuditMacAddress()),
                Text.clean(source.rmmDeviceAuditOperatingSystem()),
                first(source.rmmDeviceUID(), Value.listed(source.rmmDeviceID())),
                Text.clean(source.location()),
                figures.date("installDate", source.installDate()),
                figures.date("warrantyExpirationDate", source.warrantyExpirationDate()),
                Text.clean(source.notes()));
    }

    private static String name(
            SourceId id,
            AutotaskDevice source,
            @Nullable Product product,
            Looked<Product> looked,
            FieldReading reading) {
        String own = firstName(source.referenceTitle(), source.rmmDeviceAuditHostname(), source.dattoHostname());
        if (own != null) {
            return own;
        }
        String bought = product == null ? null : product.label();
        if (bought != null) {
            return bought;
        }
        String standIn = standIn(id.toString());
        reading.substituted("referenceTitle", null, standIn);
        if (looked instanceof Looked.Unreadable<Product>) {
            reading.unresolved("referenceTitle");
        }
        return standIn;
    }

    private static String standIn(@Nullable String id) {
        return "Asset " + id;
    }

    /** What was bought; null, with a remark, where Autotask does not say what it is. */
    private static @Nullable Product product(AutotaskDevice source, Looked<Product> looked, FieldReading reading) {
        String value = Value.listed(source.productID());
        if (value == null) {
            return null;
        }
        reading.keepNamed(PRODUCT, source.productID(), AssetLookUps.PRODUCTS);
        Optional<Product> product = looked.first();
        if (product.isEmpty()) {
            reading.remark(
                    Finding.of(Reason.REFERENCE_MISSING, PRODUCT, FieldReading.shown(value))
                            .saying(
                                    looked instanceof Looked.Unreadable<Product>
                                            ? "Products could not be read in Autotask, so nothing was written to manufacturer and model."
                                            : "Autotask does not list this product, so it stands without manufacturer and model."));
            reading.unresolved(PRODUCT);
        }
        return product.orElse(null);
    }

    private static @Nullable String model(Product product) {
        return first(product.manufacturerProductName(), product.name());
    }

    private static @Nullable String fit(String field, @Nullable String text, String target, FieldReading reading) {
        return reading.fit(
                field, Text.name(text), AssetFields.FIELDS.named(target).limit());
    }

    /** What somebody decided about the type, else what its name tells, else what the name of the category tells. */
    private static AssetType type(AutotaskDevice source, FieldReading reading) {
        String value = Value.listed(source.configurationItemType());
        Dictionary.Entry entry = reading.entry(AssetTypes.FIELD, Objects.requireNonNullElse(value, ""))
                .orElse(null);
        Looked<AssetLookUps.Sort> named = reading.look(AssetLookUps.TYPES, value);
        Looked<AssetLookUps.Sort> category =
                reading.look(AssetLookUps.CATEGORIES, source.configurationItemCategoryID());
        String label = label(named, entry);
        String categoryLabel = category.first().map(Named::label).orElse(null);
        reading.keep(AssetTypes.FIELD, label == null ? value : label);
        reading.keepNamed(CATEGORY, source.configurationItemCategoryID(), AssetLookUps.CATEGORIES);
        AssetType target = entry == null || entry.target() == null
                ? Optional.ofNullable(AssetTypes.called(label)).orElseGet(() -> AssetTypes.called(categoryLabel))
                : AssetType.valueOf(entry.target());
        if (target == null) {
            if (category instanceof Looked.Unreadable || entry == null && named instanceof Looked.Unreadable) {
                reading.unresolved(AssetTypes.FIELD);
            }
            reading.assumed(AssetTypes.FIELD);
        }
        AssetType type = target == null ? AssetTypes.FALLBACK : target;
        remark(value, label, entry, target, type, reading);
        return type;
    }

    private static void remark(
            @Nullable String value,
            @Nullable String label,
            Dictionary.@Nullable Entry entry,
            @Nullable AssetType target,
            AssetType type,
            FieldReading reading) {
        boolean offered = entry != null && entry.active();
        if (target == null) {
            reading.remark(Finding.unknownValue(AssetTypes.FIELD, FieldReading.shown(value), label, type.name()));
        } else if (value != null && !offered) {
            reading.remark(Finding.unknownValue(AssetTypes.FIELD, FieldReading.shown(value), label, type.name())
                    .saying(
                            label == null
                                    ? "The type %s has no label in Autotask any more. Its category told what it is."
                                            .formatted(FieldReading.shown(value))
                                    : "Autotask no longer offers the type %s. It was imported like any other of that type."
                                            .formatted(label)));
        }
    }

    /** The table of types names those, too, that the picklist has no more. */
    private static @Nullable String label(Looked<AssetLookUps.Sort> named, Dictionary.@Nullable Entry entry) {
        String label = named.first().map(Named::label).orElse(null);
        return label != null || entry == null ? label : Text.name(entry.label());
    }

    private static RecordStatus status(AutotaskDevice source, FieldReading reading) {
        Boolean active = Value.flag(source.isActive());
        RecordStatus status = Boolean.FALSE.equals(active) ? RecordStatus.INACTIVE : RecordStatus.ACTIVE;
        if (active == null) {
            reading.substituted("isActive", source.isActive(), status.name());
        }
        return status;
    }

    private static Map<String, SourceRef> parent(AutotaskDevice source, FieldReading reading) {
        OptionalLong parent = Value.id(source.parentConfigurationItemID());
        if (parent.isPresent()) {
            return Map.of(PARENT, new SourceRef(TYPE, new SourceId(parent.getAsLong())));
        }
        String unreadable = Text.clean(source.parentConfigurationItemID());
        if (unreadable != null) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, PARENT, FieldReading.shown(unreadable))
                    .saying("The id of its parent device cannot be read, so no parent asset comes from there."));
        }
        return Map.of();
    }

    private static @Nullable String firstName(@Nullable String... raw) {
        return Stream.of(raw)
                .map(Text::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        String text = Text.clean(one);
        return text == null ? Text.clean(other) : text;
    }
}
