package app.ascent.importing.contract;

import app.ascent.contracts.BillingModel;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contract brings in: a recurring one what its lines come to a month, any other what was estimated. */
record ContractValue(AutotaskContract source, Figures figures) {

    private static final String FIELD = "estimatedRevenue";

    static List<Lookup.Key> lookUps(AutotaskContract source) {
        return Stream.of(
                        ContractLookUps.AGREED_SERVICES,
                        ContractLookUps.SERVICE_UNITS,
                        ContractLookUps.AGREED_BUNDLES,
                        ContractLookUps.BUNDLE_UNITS)
                .flatMap(lookup -> lookup.key(Value.id(source.id())))
                .toList();
    }

    /** Nothing where all amounts are 0: then what it brings in stands nowhere. */
    @Nullable
    BigDecimal of(SourceId id, @Nullable BillingModel model, LocalDate day, References references) {
        BigDecimal lines = null;
        if (model == BillingModel.RECURRING) {
            Optional<BigDecimal> services =
                    sum(id, ContractLookUps.AGREED_SERVICES, ContractLookUps.SERVICE_UNITS, day, references);
            Optional<BigDecimal> bundles =
                    sum(id, ContractLookUps.AGREED_BUNDLES, ContractLookUps.BUNDLE_UNITS, day, references);
            if (services.isEmpty() || bundles.isEmpty()) {
                figures.reading().unresolved(FIELD);
                return null;
            }
            lines = services.get().add(bundles.get());
        }
        BigDecimal value = Stream.of(
                        Optional.ofNullable(lines),
                        Optional.ofNullable(figures.amount(FIELD, source.estimatedRevenue())),
                        Optional.ofNullable(figures.amount("setupFee", source.setupFee())))
                .flatMap(Optional::stream)
                .filter(amount -> amount.signum() != 0)
                .findFirst()
                .orElse(null);
        if (value != null && value.signum() < 0) {
            figures.reading().remark(Finding.of(ContractReasons.NEGATIVE_VALUE, FIELD, value.toPlainString()));
        }
        return value;
    }

    /** What the lines of one kind come to a month; empty where they cannot be read. */
    private static Optional<BigDecimal> sum(
            SourceId contract,
            Lookup<AutotaskLine> agreed,
            Lookup<Units> counted,
            LocalDate day,
            References references) {
        if (references.look(agreed, contract.value()) instanceof Looked.Rows<AutotaskLine>(List<AutotaskLine> lines)
                && references.look(counted, contract.value()) instanceof Looked.Rows<Units>(List<Units> units)) {
            return Optional.of(
                    lines.stream().map(line -> monthly(line, day, units)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return Optional.empty();
    }

    private static BigDecimal monthly(AutotaskLine line, LocalDate day, List<Units> units) {
        BigDecimal price = Objects.requireNonNullElse(Figures.number(line.price()), BigDecimal.ZERO);
        return Units.on(day, line.id(), units)
                .map(current -> current.monthly(price))
                .orElse(BigDecimal.ZERO);
    }
}
