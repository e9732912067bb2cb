package app.ascent.importing.company;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientType;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Value;
import app.ascent.importing.field.WebAddress;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.RecordStatus;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client is made of when it comes from an Autotask company. The rules are told in docs/mapping.md. */
final class CompanyMapper {

    static final EntityType TYPE = new EntityType("companies");
    static final String PARENT = "parentCompanyID";

    /** Every tenant has its own company as record 0. */
    private static final SourceId OWN_COMPANY = new SourceId(0);

    private CompanyMapper() {}

    static Mapped<ClientFields> map(SourceId id, AutotaskCompany source, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        ClientFields client = reading.fitted(ClientFields.FIELDS, client(id, source, reading), CompanyFieldNames::of);
        Map<String, SourceRef> links = parent(id, source, reading);
        keepOriginals(source, reading);
        Map<Reason, String> keys = Map.of(CompanyReasons.SAME_NAME, Folded.key(client.name()));
        return new Mapped.Ready<>(client, reading.details(), reading.findings(), keys, links, reading.unsaid());
    }

    static List<Lookup.Key> lookUps(AutotaskCompany source) {
        return Stream.of(
                        Tables.keys(Tables.COUNTRIES, source.countryID(), source.billToCountryID()),
                        Tables.keys(Tables.RESOURCES, source.ownerResourceID(), "account manager"),
                        Tables.keys(Tables.CATEGORIES, source.companyCategoryID()),
                        Tables.keys(Tables.CURRENCIES, source.currencyID()))
                .flatMap(Function.identity())
                .toList();
    }

    static String name(AutotaskCompany source) {
        String name = Text.name(source.companyName());
        return name == null
                ? standIn(Text.clean(source.id()))
                : Text.cut(name, ClientFields.FIELDS.named("name").limit());
    }

    private static ClientFields client(SourceId id, AutotaskCompany source, FieldReading reading) {
        ClientType type = type(id, source, reading);
        BillingAddress billing = BillingAddress.of(source, reading);
        return new ClientFields(
                name(id, source, reading),
                Text.clean(source.companyNumber()),
                type,
                status(type, source, reading),
                Text.clean(source.phone()),
                Text.clean(source.alternatePhone1()),
                Text.clean(source.alternatePhone2()),
                Text.clean(source.fax()),
                WebAddress.of(source.webAddress()),
                Text.clean(source.address1()),
                Text.clean(source.address2()),
                Text.clean(source.additionalAddressInformation()),
                Text.clean(source.city()),
                Text.clean(source.state()),
                Text.clean(source.postalCode()),
                reading.country("countryID", source.countryID()),
                billing.attention(),
                billing.address1(),
                billing.address2(),
                billing.additional(),
                billing.city(),
                billing.state(),
                billing.postalCode(),
                billing.country(),
                Text.clean(source.taxID()),
                reading.flag("isTaxExempt", source.isTaxExempt(), false),
                reading.member("ownerResourceID", source.ownerResourceID(), "account manager"),
                reading.label("marketSegmentID", source.marketSegmentID()),
                reading.label("territoryID", source.territoryID()),
                id.equals(OWN_COMPANY) ? "Own organization in Autotask" : null);
    }

    /** Cut before other fields are read: what is kept under Source has an order, and another one would count as a change. */
    private static String name(SourceId id, AutotaskCompany source, FieldReading reading) {
        String name = reading.fit(
                "companyName",
                Text.name(source.companyName()),
                ClientFields.FIELDS.named("name").limit());
        if (name != null) {
            return name;
        }
        String standIn = standIn(id.toString());
        reading.substituted("companyName", null, standIn);
        return standIn;
    }

    private static String standIn(@Nullable String id) {
        return "Autotask company " + id;
    }

    /** The tenant's own company is of no type that says what it is to the tenant, so its type is never remarked on. */
    private static ClientType type(SourceId id, AutotaskCompany source, FieldReading reading) {
        String value = Value.listed(source.companyType());
        Dictionary.Entry entry = reading.entry(CompanyTypes.FIELD, Objects.requireNonNullElse(value, ""))
                .orElse(null);
        String label = entry == null ? null : Text.name(entry.label());
        reading.keep(CompanyTypes.FIELD, label == null ? value : label);
        if (id.equals(OWN_COMPANY)) {
            reading.assumed(CompanyTypes.FIELD);
            return ClientType.OTHER;
        }
        String target = entry == null ? null : entry.target();
        if (target == null) {
            reading.assumed(CompanyTypes.FIELD);
        }
        ClientType type = target == null ? CompanyTypes.FALLBACK : ClientType.valueOf(target);
        if (entry == null || target == null || !entry.active()) {
            Finding remark = Finding.unknownValue(CompanyTypes.FIELD, FieldReading.shown(value), label, type.name());
            reading.remark(
                    target == null
                            ? remark
                            : remark.saying(
                                    "Autotask no longer offers the company type %s. It was imported like any other of that type."
                                            .formatted(label)));
        }
        return type;
    }

    /** Autotask may call a company that left active; in Ascent a former client is not. */
    private static RecordStatus status(ClientType type, AutotaskCompany source, FieldReading reading) {
        Boolean active = Value.flag(source.isActive());
        RecordStatus status =
                Boolean.FALSE.equals(active) || type == ClientType.FORMER ? RecordStatus.INACTIVE : RecordStatus.ACTIVE;
        if (active == null) {
            reading.substituted("isActive", source.isActive(), status.name());
        }
        return status;
    }

    private static Map<String, SourceRef> parent(SourceId id, AutotaskCompany source, FieldReading reading) {
        OptionalLong parent = Value.id(source.parentCompanyID());
        if (parent.isEmpty()) {
            String unreadable = Text.clean(source.parentCompanyID());
            if (unreadable != null) {
                reading.remark(Finding.of(Reason.REFERENCE_MISSING, PARENT, FieldReading.shown(unreadable))
                        .saying("The id of its parent company cannot be read, so no parent client comes from there."));
            }
            return Map.of();
        }
        if (parent.getAsLong() == id.value()) {
            reading.remark(Finding.of(Reason.CYCLE, PARENT, id.toString()).saying("It is its own parent in Autotask."));
            return Map.of();
        }
        return Map.of(PARENT, new SourceRef(TYPE, new SourceId(parent.getAsLong())));
    }

    private static void keepOriginals(AutotaskCompany source, FieldReading reading) {
        reading.keepLabel("classification", source.classification());
        reading.keepNamed("companyCategoryID", source.companyCategoryID(), Tables.CATEGORIES);
        reading.keepLabel("competitorID", source.competitorID());
        reading.keepTime("createDate", source.createDate());
        reading.keepTime("lastActivityDate", source.lastActivityDate());
        reading.keepTime("lastTrackedModifiedDateTime", source.lastTrackedModifiedDateTime());
        reading.keepNamed("currencyID", source.currencyID(), Tables.CURRENCIES);
        reading.keep("sicCode", source.sicCode());
        reading.keep("stockSymbol", source.stockSymbol());
        reading.keep("stockMarket", source.stockMarket());
        reading.keep("assetValue", source.assetValue());
        reading.keep("surveyCompanyRating", source.surveyCompanyRating());
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }
}
