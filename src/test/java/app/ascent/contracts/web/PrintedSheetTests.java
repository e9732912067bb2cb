package app.ascent.contracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.Remaining;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrintedSheetTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 19);

    @Test
    void goesByClientAndName() {
        List<ContractRow> rows = List.of(
                row("Care", "Ærø Shipping", ContractStatus.ACTIVE, null, null, "0"),
                row("Zeta", "Contoso", ContractStatus.ACTIVE, null, null, "0"),
                row("alpha", "Contoso", ContractStatus.EXPIRED, null, null, "0"));

        assertThat(PrintedSheet.of(rows, 3, TODAY, null).rows())
                .extracting(ContractRow::name)
                .containsExactly("Care", "alpha", "Zeta");
    }

    @Test
    void sumsWhatRuns() {
        PrintedSheet.Sums sums = PrintedSheet.Sums.of(
                List.of(
                        row("A", "C", ContractStatus.ACTIVE, BillingModel.RECURRING, null, "100.50"),
                        row("B", "C", ContractStatus.EXPIRING_SOON, BillingModel.RECURRING, TODAY, "10"),
                        row("D", "C", ContractStatus.EXPIRED, BillingModel.RECURRING, TODAY.minusDays(1), "1000"),
                        row("E", "C", ContractStatus.ACTIVE, BillingModel.FIXED_PRICE, TODAY.plusDays(90), "7"),
                        row("F", "C", ContractStatus.ACTIVE, BillingModel.FIXED_PRICE, TODAY.plusDays(91), null),
                        row("G", "C", ContractStatus.CANCELLED, BillingModel.FIXED_PRICE, null, "7")),
                TODAY);

        assertThat(sums.recurring()).isEqualTo(new BigDecimal("110.50"));
        assertThat(sums.fixed()).isEqualTo(new BigDecimal("7.00"));
        assertThat(sums.left()).isEqualTo(Map.of(BalanceKind.BLOCK, new BigDecimal("6.00")));
        assertThat(sums.ending()).isEqualTo(2);
    }

    private static ContractRow row(
            String name,
            String client,
            ContractStatus status,
            @Nullable BillingModel model,
            @Nullable LocalDate end,
            @Nullable String value) {
        return new ContractRow(
                new UUID(1, name.hashCode()),
                name,
                null,
                new UUID(2, client.hashCode()),
                client,
                ContractType.PROJECT,
                model,
                status,
                end,
                value == null ? null : new BigDecimal(value),
                List.of(new Remaining(BalanceKind.BLOCK, new BigDecimal("1.50"))),
                false);
    }
}
