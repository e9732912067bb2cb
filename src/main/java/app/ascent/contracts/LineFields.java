package app.ascent.contracts;

import app.ascent.record.field.Decimals;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Money;
import app.ascent.record.field.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line, as an import writes them and nobody edits them.
 *
 * @param units in the period, which is the one that covered the day of the import
 * @param monthlyAmount what it comes to a month; of a milestone, which comes once, its amount
 * @param paused whether nothing is billed by it
 */
public record LineFields(
        ContractId contractId,
        LineKind kind,
        @Line(1000) @Nullable String description,
        @Quantity @Nullable BigDecimal units,
        @Money @Nullable BigDecimal unitPrice,
        @Money @Nullable BigDecimal unitCost,
        @Money @Nullable BigDecimal monthlyAmount,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable LocalDate dueDate,
        boolean paused) {

    public static final Fields<LineFields> FIELDS = Fields.of(LineFields.class);

    public LineFields {
        units = Decimals.quantity(units);
        unitPrice = Decimals.money(unitPrice);
        unitCost = Decimals.money(unitCost);
        monthlyAmount = Decimals.money(monthlyAmount);
    }

    /** Whether its amount comes once and not every month. */
    public boolean once() {
        return kind == LineKind.MILESTONE;
    }
}
