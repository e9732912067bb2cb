package app.ascent.importing.contract;

import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contract is made of when it comes from an Autotask contract. The rules are told in docs/mapping.md. */
final class ContractMapper {

    static final EntityType TYPE = new EntityType("contracts");
    static final String RENEWED_BY = "renewedContractID";
    static final String EXCLUSION = "exclusionContractID";

    static final EntityType CONTACTS = new EntityType("contacts");

    /** Stands in where Autotask has no date at all, neither of a beginning nor of anything else. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private ContractMapper() {}

    static Mapped<ContractFields> map(SourceId id, AutotaskContract source, References references) {
        return Owner.CLIENT.map(
                source.companyID(), references, client -> ready(id, source, new ClientId(client.value()), references));
    }

    static List<SourceRef> references(AutotaskContract source) {
        return Stream.concat(Owner.CLIENT.reference(source.companyID()).stream(), contact(source).stream())
                .toList();
    }

    static List<Lookup.Key> lookUps(AutotaskContract source) {
        return ContractValue.lookUps(source);
    }

    static String name(AutotaskContract source) {
        String name = Text.name(source.contractName());
        return name == null
                ? standIn(Text.clean(source.id()))
                : Text.cut(name, ContractFields.FIELDS.named("name").limit());
    }

    private static Optional<SourceRef> contact(AutotaskContract source) {
        OptionalLong contact = Value.id(source.contactID());
        return contact.isPresent()
                ? Optional.of(new SourceRef(CONTACTS, new SourceId(contact.getAsLong())))
                : Optional.empty();
    }

    private static Mapped<ContractFields> ready(
            SourceId id, AutotaskContract source, ClientId client, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        ContractFields contract = reading.fitted(
                ContractFields.FIELDS, contract(id, source, client, reading, references), ContractFieldNames::of);
        keepOriginals(source, reading);
        Map<String, SourceRef> links = links(source, reading);
        return new Mapped.Ready<>(contract, reading.details(), reading.findings(), Map.of(), links, reading.unsaid());
    }

    private static ContractFields contract(
            SourceId id, AutotaskContract source, ClientId client, FieldReading reading, References references) {
        LocalDate today = RunDay.of(references.dictionary());
        Dictionary.Entry kind = reading.entry(
                        ContractKinds.FIELD, Objects.requireNonNullElse(Value.listed(source.contractType()), ""))
                .orElse(null);
        BillingModel model = kind == null ? null : ContractKinds.model(kind);
        var figures = new Figures(reading);
        LocalDate end = figures.date("endDate", source.endDate());
        LocalDate start = start(source, end, figures);
        if (end != null && end.isBefore(start)) {
            reading.remark(Finding.of(Reason.INVALID_DATE, "endDate", end.toString())
                    .saying("It ends before it starts (%s), so its end was left out.".formatted(start)));
            reading.unresolved("endDate");
            end = null;
        }
        ContactId contact = contact(source, reading, references);
        return new ContractFields(
                name(id, source, reading),
                Text.clean(source.contractNumber()),
                client,
                type(kind, source, reading),
                model,
                status(id, source, end, today, reading),
                start,
                end,
                new ContractValue(source, figures).of(id, model, today, references),
                false,
                contact,
                contact == null ? Text.name(source.contactName()) : null,
                Text.clean(source.description()),
                null,
                null,
                null,
                null,
                Text.clean(source.purchaseOrderNumber()),
                null);
    }

    private static String name(SourceId id, AutotaskContract source, FieldReading reading) {
        String name = reading.fit(
                "contractName",
                Text.name(source.contractName()),
                ContractFields.FIELDS.named("name").limit());
        if (name != null) {
            return name;
        }
        String standIn = standIn(id.toString());
        reading.substituted("contractName", null, standIn);
        return standIn;
    }

    private static String standIn(@Nullable String id) {
        return "Contract " + id;
    }

    private static LocalDate start(AutotaskContract source, @Nullable LocalDate end, Figures figures) {
        LocalDate start = figures.date("startDate", source.startDate());
        if (start != null) {
            return start;
        }
        LocalDate changed = Figures.day(source.lastModifiedDateTime());
        LocalDate known = changed == null ? LONG_AGO : changed;
        LocalDate standIn = end != null && end.isBefore(known) ? end : known;
        figures.reading().substituted("startDate", source.startDate(), standIn.toString());
        return standIn;
    }

    /** A category that says maintenance says more than how the contract is billed, and less than the Owner does. */
    private static ContractType type(Dictionary.@Nullable Entry kind, AutotaskContract source, FieldReading reading) {
        String value = Value.listed(source.contractType());
        String label = kind == null ? null : Text.name(kind.label());
        reading.keep(ContractKinds.FIELD, label == null ? value : label);
        if ((kind == null || !kind.byPerson()) && isMaintenance(source, reading)) {
            return ContractType.MAINTENANCE;
        }
        String target = kind == null ? null : kind.target();
        if (target == null) {
            reading.assumed(ContractKinds.FIELD);
        }
        ContractType type = target == null ? ContractKinds.FALLBACK : ContractType.valueOf(target);
        if (kind == null || target == null || !kind.active()) {
            Finding remark = Finding.unknownValue(ContractKinds.FIELD, FieldReading.shown(value), label, type.name());
            reading.remark(
                    target == null
                            ? remark
                            : remark.saying(
                                    "Autotask no longer offers the contract type %s. It was imported like any other of that type."
                                            .formatted(label)));
        }
        return type;
    }

    private static boolean isMaintenance(AutotaskContract source, FieldReading reading) {
        return reading.entry("contractCategory", Value.listed(source.contractCategory()))
                .map(Dictionary.Entry::label)
                .filter(label -> label.toLowerCase(Locale.ROOT).contains("maintenance"))
                .isPresent();
    }

    /** That a contract expired follows from its end; one that is switched off before it was cancelled. */
    private static ContractStatus status(
            SourceId id, AutotaskContract source, @Nullable LocalDate end, LocalDate today, FieldReading reading) {
        OptionalLong renewal = Value.id(source.renewedContractID());
        if (renewal.isPresent() && renewal.getAsLong() != id.value()) {
            return ContractStatus.RENEWED;
        }
        Boolean active = active(source, reading);
        boolean over = end != null && end.isBefore(today);
        ContractStatus status =
                Boolean.FALSE.equals(active) && !over ? ContractStatus.CANCELLED : ContractStatus.ACTIVE;
        if (active == null) {
            reading.substituted("status", source.status(), status.name());
        }
        return status;
    }

    private static @Nullable Boolean active(AutotaskContract source, FieldReading reading) {
        String value = Value.listed(source.status());
        String label =
                reading.entry("status", value).map(Dictionary.Entry::label).orElse("");
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "active" -> Boolean.TRUE;
            case "inactive" -> Boolean.FALSE;
            default -> Value.flag(value);
        };
    }

    private static @Nullable ContactId contact(AutotaskContract source, FieldReading reading, References references) {
        Optional<SourceRef> named = contact(source);
        if (named.isEmpty()) {
            return null;
        }
        if (references.resolve(named.get()) instanceof References.Resolution.Loaded loaded) {
            reading.keep("contactName", source.contactName());
            return new ContactId(loaded.target().value());
        }
        reading.keep("contactID", source.contactID());
        references
                .missing("contactID", named.get())
                .map(missing -> missing.saying("Its contact is not in Ascent, so it stands without one."))
                .ifPresent(reading::remark);
        reading.unresolved("contactID");
        return null;
    }

    private static Map<String, SourceRef> links(AutotaskContract source, FieldReading reading) {
        Map<String, SourceRef> links = new TreeMap<>();
        link(RENEWED_BY, source.renewedContractID(), links, reading);
        link(EXCLUSION, source.exclusionContractID(), links, reading);
        return links;
    }

    private static void link(String field, @Nullable String raw, Map<String, SourceRef> links, FieldReading reading) {
        OptionalLong other = Value.id(raw);
        String unreadable = Text.clean(raw);
        if (other.isPresent()) {
            links.put(field, new SourceRef(TYPE, new SourceId(other.getAsLong())));
        } else if (unreadable != null) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, field, FieldReading.shown(unreadable))
                    .saying("The id of the contract cannot be read."));
        }
    }

    private static void keepOriginals(AutotaskContract source, FieldReading reading) {
        reading.keepLabel("contractCategory", source.contractCategory());
        reading.keepLabel("contractPeriodType", source.contractPeriodType());
        reading.keepLabel("serviceLevelAgreementID", source.serviceLevelAgreementID());
        reading.keepLabel("billingPreference", source.billingPreference());
        reading.keep("estimatedRevenue", source.estimatedRevenue());
        reading.keep("estimatedCost", source.estimatedCost());
        reading.keep("estimatedHours", source.estimatedHours());
        reading.keep("setupFee", source.setupFee());
        reading.keep("overageBillingRate", source.overageBillingRate());
        reading.keep("billToCompanyID", source.billToCompanyID());
        reading.keep("isDefaultContract", source.isDefaultContract());
        reading.keep("isCompliant", source.isCompliant());
        reading.keep("timeReportingRequiresStartAndStopTimes", source.timeReportingRequiresStartAndStopTimes());
        reading.keepTime("lastModifiedDateTime", source.lastModifiedDateTime());
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }
}
