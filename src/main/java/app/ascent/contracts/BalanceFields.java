package app.ascent.contracts;

import app.ascent.record.field.Decimals;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a balance, as an import writes them and nobody edits them.
 *
 * @param bought hours, money or tickets, whichever the kind is
 * @param asOf when the source was read, which goes on counting
 */
public record BalanceFields(
        ContractId contractId,
        BalanceKind kind,
        @Money(inCurrency = false) BigDecimal bought,
        @Money(inCurrency = false) BigDecimal used,
        @Money @Nullable BigDecimal rate,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        boolean active,
        boolean paid,
        Instant asOf) {

    public static final Fields<BalanceFields> FIELDS = Fields.of(BalanceFields.class);

    public BalanceFields {
        bought = Decimals.amount(bought);
        used = Decimals.amount(used);
        rate = Decimals.money(rate);
    }

    public BigDecimal remaining() {
        return Decimals.amount(bought.subtract(used));
    }
}
