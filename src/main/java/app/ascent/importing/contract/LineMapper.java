package app.ascent.importing.contract;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.LineFields;
import app.ascent.contracts.LineKind;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lines of contracts are made of. They are kept for reference and are paused, whatever they say: an import never has
 * anything billed.
 */
final class LineMapper {

    static final EntityType TYPE = new EntityType("contractLines");
    static final EntityType MILESTONES = TYPE.part("ContractMilestones");
    static final Owner CONTRACT = new Owner(ContractMapper.TYPE, "contractID", "contract", "contract");

    /**
     * One of the two kinds of what is sold.
     *
     * @param field in which a line names what it is of
     * @param sold what is sold, by its name
     * @param called what people call one of the kind
     */
    record Sale(LineKind kind, String field, Lookup<ContractLookUps.Sold> sold, Lookup<Units> units, String called) {

        static final Sale SERVICE = new Sale(
                LineKind.SERVICE, "serviceID", ContractLookUps.SERVICES, ContractLookUps.SERVICE_UNITS, "Service");
        static final Sale BUNDLE = new Sale(
                LineKind.BUNDLE,
                "serviceBundleID",
                ContractLookUps.BUNDLES,
                ContractLookUps.BUNDLE_UNITS,
                "Service bundle");

        @Nullable
        String of(AutotaskLine line) {
            return kind == LineKind.SERVICE ? line.serviceID() : line.serviceBundleID();
        }

        List<Lookup.Key> lookUps(AutotaskLine line) {
            return Stream.concat(sold.key(Value.id(of(line))), units.key(Value.id(line.contractID())))
                    .toList();
        }

        String name(AutotaskLine line) {
            String described = Text.name(line.invoiceDescription());
            return described == null ? called + " " + Value.listed(of(line)) : Text.cut(described, LONGEST);
        }
    }

    private static final int LONGEST = 200;

    private LineMapper() {}

    static Mapped<LineFields> map(Sale sale, AutotaskLine source, References references) {
        return CONTRACT.map(source.contractID(), references, contract -> {
            FieldReading reading = new FieldReading(TYPE.name(), references);
            LineFields line = reading.fitted(
                    LineFields.FIELDS,
                    line(sale, source, new ContractId(contract.value()), reading, references),
                    field -> field.equals("description") ? "invoiceDescription" : field);
            reading.keep("internalDescription", source.internalDescription());
            reading.keep("quoteItemID", source.quoteItemID());
            return ready(line, reading);
        });
    }

    static Mapped<LineFields> map(AutotaskMilestone source, References references) {
        return CONTRACT.map(source.contractID(), references, contract -> {
            FieldReading reading = new FieldReading(MILESTONES.name(), references);
            var figures = new Figures(reading);
            LineFields line = reading.fitted(
                    LineFields.FIELDS,
                    new LineFields(
                            new ContractId(contract.value()),
                            LineKind.MILESTONE,
                            source.called(),
                            null,
                            null,
                            null,
                            orZero(figures.amount("amount", source.amount())),
                            null,
                            null,
                            figures.date("dateDue", source.dateDue()),
                            true),
                    field -> field.equals("description") ? "title" : field);
            reading.keepLabel("status", source.status());
            reading.keep("description", source.description());
            return ready(line, reading);
        });
    }

    private static Mapped<LineFields> ready(LineFields line, FieldReading reading) {
        return new Mapped.Ready<>(line, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
    }

    private static LineFields line(
            Sale sale, AutotaskLine source, ContractId contract, FieldReading reading, References references) {
        var figures = new Figures(reading);
        BigDecimal price =
                figures.amount(source.adjustedPrice() == null ? "unitPrice" : "adjustedPrice", source.price());
        Optional<Units.Current> units = units(sale, source, reading, references);
        return new LineFields(
                contract,
                sale.kind(),
                description(sale, source, reading),
                units.map(Units.Current::units).orElse(BigDecimal.ZERO),
                price,
                figures.amount("unitCost", source.unitCost()),
                units.map(current -> current.monthly(orZero(price))).orElse(BigDecimal.ZERO),
                units.map(Units.Current::start).orElse(null),
                units.map(Units.Current::end).orElse(null),
                null,
                true);
    }

    private static Optional<Units.Current> units(
            Sale sale, AutotaskLine source, FieldReading reading, References references) {
        LocalDate today = RunDay.of(references.dictionary());
        Looked<Units> looked = reading.look(sale.units(), source.contractID());
        if (!(looked instanceof Looked.Rows<Units>(List<Units> rows))) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, "units", null)
                    .saying("Its units could not be read in Autotask, so it stands with none."));
            return Optional.empty();
        }
        Optional<Units.Current> units = Units.on(today, source.id(), rows);
        if (units.isEmpty()) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, "units", null)
                    .saying("Autotask has no units of it for the day of this run, so it stands with none."));
        }
        return units;
    }

    private static String description(Sale sale, AutotaskLine source, FieldReading reading) {
        String id = Value.listed(sale.of(source));
        String name = reading.look(sale.sold(), id).first().map(Named::label).orElse(null);
        String described = Text.clean(source.invoiceDescription());
        if (described != null) {
            reading.keep(sale.field(), name == null ? id : name);
            return described;
        }
        if (name != null) {
            return name;
        }
        reading.remark(Finding.of(Reason.REFERENCE_MISSING, sale.field(), FieldReading.shown(id))
                .saying("What it is called could not be found in Autotask."));
        return sale.called() + " " + id;
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
